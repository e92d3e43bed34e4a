import fc from "fast-check";
import { type ProviderId, providerIds } from "../../core/catalog/provider-id";
import type { KeyId, OrganizationId, RequestId } from "../../core/ids";
import type { PicoUsd, Tokens } from "../../core/money/amounts";
import { tasks } from "../../core/routing/task";
import { endpoints } from "../../core/usage/endpoint";
import { countedUnits } from "../../core/usage/provider-usage";
import { firstIdAt } from "../../core/usage/request-time";
import { noTokens } from "../../core/usage/token-buckets";
import type { UsageEvent } from "../../core/usage/usage-event";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The `serial`-th id of a millisecond: distinct serials, distinct ids. */
export const idAt = (at: number, serial: number): RequestId => {
  let text = "";
  for (let rest = serial; text.length < 16; rest = Math.floor(rest / 32)) {
    text = crockford.charAt(rest % 32) + text;
  }
  return `${firstIdAt(at).slice(0, 14)}${text}` as unknown as RequestId;
};

/** A request that succeeded, with fields replaced at will; its id follows `at` and `serial`. */
export const usageEvent = (
  fields: Partial<UsageEvent> & { readonly at: number },
  serial = 0,
): UsageEvent => ({
  version: 1,
  id: idAt(fields.at, serial),
  organization: "Acme00000000" as OrganizationId,
  key: "Key0000001" as KeyId,
  environment: "production",
  timeZone: "UTC",
  endpoint: "chat.completions",
  streamed: true,
  requested: "gpt-5",
  used: { provider: "openai", model: "gpt-5-mini" },
  candidates: [],
  catalogVersion: "2026-11-20",
  tags: {},
  tokens: noTokens,
  tokensFrom: "provider",
  cost: 0 as PicoUsd,
  referenceCost: 0 as PicoUsd,
  saved: 0 as PicoUsd,
  attempts: [],
  status: 200,
  outcome: "ok",
  latencyMs: 100,
  ...fields,
});

const count = fc.nat(2_000_000).map((n) => n as Tokens);
// Up to $9,007 a request: where sums leave the safe integers at once.
const amount = fc.maxSafeNat().map((n) => n as PicoUsd);
const signedAmount = fc.maxSafeInteger().map((n) => n as PicoUsd);
const tag = fc.constantFrom(undefined, "", "null", "acme", 'a"b', "é#☃");

const tags = fc.record({ customer: tag, feature: tag }).map(({ customer, feature }) => ({
  ...(customer === undefined ? {} : { customer }),
  ...(feature === undefined ? {} : { feature }),
}));

const used = fc.option(
  fc.record({
    provider: fc.constantFrom<ProviderId>(...providerIds.slice(0, 3)),
    model: fc.constantFrom("small", "large"),
  }),
  { nil: undefined },
);

const units = fc.option(
  fc.dictionary(fc.constantFrom(...countedUnits), fc.integer({ min: 1, max: 50 }), { minKeys: 1 }),
  { nil: undefined },
);
const serviceTier = fc.constantFrom(undefined, undefined, "priority", "flex", "fast+us");

export type EventChoices = {
  readonly organizations: readonly string[];
  readonly timeZones: readonly string[];
  /** Milliseconds since 1970 UTC, both included. */
  readonly from: number;
  readonly to: number;
};

/** Events as they may come, with ids that are distinct among those of one array. */
export const usageEvents = (
  choices: EventChoices,
  lengths: { minLength?: number; maxLength: number },
): fc.Arbitrary<UsageEvent[]> => {
  const fields = fc.record({
    at: fc.integer({ min: choices.from, max: choices.to }),
    organization: fc.constantFrom(...choices.organizations).map((id) => id as OrganizationId),
    timeZone: fc.constantFrom(...choices.timeZones),
    key: fc.constantFrom("Key0000001", "Key0000002").map((id) => id as KeyId),
    tags,
    used,
    task: fc.option(fc.constantFrom(...tasks.slice(0, 2)), { nil: undefined }),
    tokens: fc.record({
      freshInput: count,
      cacheRead: count,
      cacheWrite5m: count,
      cacheWrite1h: count,
      visibleOutput: count,
      reasoningOutput: count,
    }),
    endpoint: fc.constantFrom(...endpoints),
    units,
    serviceTier,
    cost: fc.option(amount),
    referenceCost: fc.option(amount),
    saved: fc.option(signedAmount),
    outcome: fc.constantFrom<UsageEvent["outcome"]>("ok", "error", "cancelled", "timeout"),
    latencyMs: fc.double({ min: 0, max: 900_000, noNaN: true }),
  });
  return fc.array(fields, lengths).map((all) => all.map((one, serial) => usageEvent(one, serial)));
};
