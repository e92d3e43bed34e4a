import type { KeyAnswer } from "../../../../core/contract/keys";

/** A live key as the API gives it. @param more - what differs. */
export const keyAnswer = (more: Partial<KeyAnswer> = {}): KeyAnswer => ({
  id: "aaaaaaaaaa",
  name: "app",
  environment: "dev",
  last4: "a1b2",
  status: "active",
  createdAt: "2026-11-01T00:00:00.000Z",
  createdBy: "owner@example.com",
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  routingMode: null,
  cascade: false,
  storePromptsDays: null,
  budget: { dailyMicroUsd: null, monthlyMicroUsd: null },
  requestsPerMinute: null,
  spend: { day: "0", month: "0", last30Days: "0" },
  ...more,
});
