import type { OrganizationId } from "../../core/ids";
import type { PicoUsd } from "../../core/money/amounts";
import type { UsageReader } from "../../core/ports/usage-store";
import { firstIdAt } from "../../core/usage/request-time";
import { noTokens } from "../../core/usage/token-buckets";
import type { UsageEvent } from "../../core/usage/usage-event";

const newest = Date.UTC(2026, 10, 24, 12);

const eventOf = (n: number): UsageEvent => ({
  version: 1,
  id: firstIdAt(newest - n),
  organization: "Acme00000000" as OrganizationId,
  key: "Key0000001" as UsageEvent["key"],
  environment: "production",
  at: newest - n,
  timeZone: "UTC",
  endpoint: "chat.completions",
  streamed: true,
  requested: "gpt-5",
  used: { provider: "openai", model: "gpt-5-mini" },
  reason: "gpt-5-mini keeps 98.1% of gpt-5, bar 97%, expected to cost 94% less",
  candidates: [{ offer: "openai/gpt-5", quality: 100, verdict: "dearer-than-chosen" }],
  catalogVersion: "2026-11-20",
  tags: { customer: `customer ${n % 97}`, feature: "/api/summarize" },
  tokens: noTokens,
  tokensFrom: "provider",
  cost: n as PicoUsd,
  referenceCost: n as PicoUsd,
  saved: 0 as PicoUsd,
  attempts: [],
  status: 200,
  outcome: "ok",
  latencyMs: 100,
});

/** So many requests, none of which exists before it is read. */
export const lazyUsage = (count: number): Pick<UsageReader, "requests"> => ({
  requests: (_, limit, cursor) => {
    const first = cursor === undefined ? 0 : Number(cursor);
    const events = Array.from({ length: Math.min(limit, count - first) }, (__, n) =>
      eventOf(first + n),
    );
    const next = first + events.length;
    return Promise.resolve({ events, ...(next < count && { next: String(next) }) });
  },
});
