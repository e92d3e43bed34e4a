import type { RequestRowAnswer } from "../../../core/contract/requests";
import { inputTokens, outputTokens } from "../../../core/usage/token-buckets";
import type { UsageEvent } from "../../../core/usage/usage-event";

const textOf = (amount: number | null): string | null => (amount === null ? null : String(amount));

/** Who asked. */
const askedBy = (event: UsageEvent, keyName: (id: string) => string) => {
  const { customer = null, feature = null, ...tags } = event.tags;
  const { key, environment } = event;
  return { customer, feature, tags, environment, key: { id: key, name: keyName(key) } };
};

/** A request as the table shows it. */
export const toRow = (event: UsageEvent, keyName: (id: string) => string): RequestRowAnswer => ({
  id: event.id,
  at: new Date(event.at).toISOString(),
  endpoint: event.endpoint,
  streamed: event.streamed,
  requested: event.requested,
  used: event.used?.model ?? null,
  provider: event.used?.provider ?? null,
  ...askedBy(event, keyName),
  task: event.task ?? null,
  mode: event.mode ?? null,
  routing: event.reason ?? null,
  score: event.score ?? null,
  inputTokens: inputTokens(event.tokens),
  outputTokens: outputTokens(event.tokens),
  cost: textOf(event.cost),
  saved: textOf(event.saved),
  latencyMs: event.latencyMs,
  firstTokenMs: event.firstTokenMs ?? null,
  status: event.status,
  outcome: event.outcome,
  errorCode: event.errorCode ?? null,
});
