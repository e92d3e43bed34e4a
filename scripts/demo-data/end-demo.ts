import type { Offer } from "../../core/catalog/offer";
import type { Tokens } from "../../core/money/amounts";
import type { UnlistedOffer } from "../../core/routing/decision";
import { expectOutput, reasonsUnasked } from "../../core/routing/expected-output";
import { noTokens, type TokenBuckets } from "../../core/usage/token-buckets";
import type { Attempt, UsageEvent } from "../../core/usage/usage-event";
import type { Chance } from "./chance";
import type { Decided } from "./decide-demo";

type Target = Offer | UnlistedOffer;

/** How a request of the demo ended. */
export type DemoEnding = Pick<
  UsageEvent,
  | "tokens"
  | "tokensFrom"
  | "attempts"
  | "status"
  | "outcome"
  | "errorCode"
  | "latencyMs"
  | "firstTokenMs"
> & { readonly target?: Target; readonly streamed: boolean };

const whole = (n: number): Tokens => Math.max(0, Math.round(n)) as Tokens;

/** What providers count; a prompt that begins as the one before is read from the cache in part. */
const tokensOf = (chance: Chance, { input, decision, instructions }: Decided, target: Target) => {
  const { conversation } = input;
  const all = whole(chance.around(conversation.estimatedInputTokens, 0.06));
  const cached =
    instructions >= 600 && chance.happens(0.6) ? whole(Math.min(all, instructions)) : 0;
  const expected = expectOutput(decision.classification, conversation);
  const ceiling = conversation.maxOutputTokens ?? 16_000;
  const reasons = "can" in target && reasonsUnasked(target);
  const reasoning = reasons ? whole(chance.around(expected.reasoning, 0.45)) : 0;
  const output = Math.max(1, whole(chance.around(expected.visible, 0.45)));
  return {
    ...noTokens,
    freshInput: whole(all - cached),
    cacheRead: whole(cached),
    visibleOutput: whole(Math.min(output, ceiling)),
    reasoningOutput: whole(Math.min(reasoning, Math.max(0, ceiling - output))),
  } satisfies TokenBuckets;
};

/** Small models begin sooner and write faster. */
const speedOf = (target: Target) => {
  const score = "ability" in target ? target.ability.score : 30;
  return { firstTokenMs: 180 + score * 9, perTokenMs: 4 + score * 0.14 };
};

const attemptOf = (target: Target, rest: Omit<Attempt, "provider" | "model">): Attempt => ({
  provider: target.provider,
  model: target.id,
  ...rest,
});

/** A refusal that some attempts meet first; the next in order answers then. */
const refusalOf = (chance: Chance, target: Target): Attempt => {
  const status = chance.pick([429, 500, 503, 529]);
  const errorCode = status === 429 ? "rate_limited" : "provider_error";
  const durationMs = Math.round(chance.around(220, 0.4));
  return attemptOf(target, { startedMs: 4, durationMs, status, outcome: "refused", errorCode });
};

const refused = { tokens: noTokens, tokensFrom: "none" } as const;

const failed = (chance: Chance, target: Target, streamed: boolean): DemoEnding => {
  if (chance.happens(0.3)) {
    const durationMs = Math.round(chance.around(60_000, 0.02));
    const outcome = "timeout" as const;
    const errorCode = "provider_timeout";
    const attempts = [attemptOf(target, { startedMs: 4, durationMs, outcome, errorCode })];
    const latencyMs = durationMs + 6;
    return { ...refused, attempts, status: 504, outcome, errorCode, latencyMs, streamed };
  }
  const refusal = refusalOf(chance, target);
  const { status = 502, errorCode = "provider_error", durationMs } = refusal;
  const attempts = [refusal];
  const latencyMs = durationMs + 7;
  return { ...refused, attempts, status, outcome: "error", errorCode, latencyMs, streamed };
};

/** Most answer; a few fail, and a few callers leave within the answer. */
export const endDemo = (chance: Chance, decided: Decided): DemoEnding => {
  const { decision } = decided;
  const streamed = chance.happens(0.55);
  if (decision.kind === "refused") {
    const [status, errorCode, latencyMs] = [400, "no_model_fits", 3] as const;
    return { ...refused, attempts: [], status, outcome: "error", errorCode, latencyMs, streamed };
  }
  const [first, second] = decision.order;
  if (chance.happens(0.006)) return failed(chance, first, streamed);
  const fallsBack = second !== undefined && chance.happens(0.008);
  const before = fallsBack ? [refusalOf(chance, first)] : [];
  const target = fallsBack ? second : first;
  const tokens = tokensOf(chance, decided, target);
  const leaves = streamed && chance.happens(0.01);
  const written = leaves ? whole(tokens.visibleOutput * chance.next()) : tokens.visibleOutput;
  const billed = { ...tokens, visibleOutput: written };
  const { firstTokenMs, perTokenMs } = speedOf(target);
  const startedMs = 4 + before.reduce((sum, { durationMs }) => sum + durationMs + 2, 0);
  const waited = Math.round(chance.around(firstTokenMs, 0.35));
  const length = Math.round((written + tokens.reasoningOutput) * chance.around(perTokenMs, 0.25));
  const seen = streamed ? { firstTokenMs: startedMs + waited } : {};
  const outcome = leaves ? "cancelled" : "answered";
  const answer = { startedMs, durationMs: waited + length, outcome, status: 200, ...seen } as const;
  return {
    target,
    tokens: billed,
    tokensFrom: leaves ? "estimate" : "provider",
    attempts: [...before, attemptOf(target, answer)],
    status: leaves ? 499 : 200,
    outcome: leaves ? "cancelled" : "ok",
    ...(leaves && { errorCode: "client_closed_request" }),
    latencyMs: startedMs + waited + length + 2,
    ...seen,
    streamed,
  };
};
