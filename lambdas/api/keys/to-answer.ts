import type { KeyAnswer } from "../../../core/contract/keys";
import type { KeyRecord } from "../../../core/ports/access-store";
import { type KeySpend, noSpend } from "./key-spends";

/** What of a key is not in its record. */
export type KeyUse = {
  readonly spend?: KeySpend | undefined;
  readonly lastUsedAt?: number | undefined;
};

const instant = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

const statusOf = ({ revokedAt, expiresAt }: KeyRecord, now: number): KeyAnswer["status"] => {
  if (revokedAt !== undefined) return "revoked";
  return expiresAt !== undefined && expiresAt <= now ? "expired" : "active";
};

/** A key as the dashboard shows it. */
export const toKeyAnswer = (
  key: KeyRecord,
  { spend = noSpend, lastUsedAt }: KeyUse,
  now: number,
): KeyAnswer => ({
  id: key.id,
  name: key.name,
  environment: key.environment,
  last4: key.last4,
  status: statusOf(key, now),
  createdAt: new Date(key.createdAt).toISOString(),
  createdBy: key.createdBy ?? null,
  expiresAt: instant(key.expiresAt),
  revokedAt: instant(key.revokedAt),
  lastUsedAt: instant(lastUsedAt),
  routingMode: key.routingMode ?? null,
  cascade: key.cascade ?? false,
  storePromptsDays: key.storePromptsDays ?? null,
  budget: {
    dailyMicroUsd: key.budget?.dailyMicroUsd ?? null,
    monthlyMicroUsd: key.budget?.monthlyMicroUsd ?? null,
  },
  requestsPerMinute: key.requestsPerMinute ?? null,
  spend: {
    day: String(spend.day),
    month: String(spend.month),
    last30Days: String(spend.last30Days),
  },
});
