import { type Offer, type OfferName, offerName } from "../catalog/offer";
import type { Conversation } from "../chat/conversation";
import type { Tokens } from "../money/amounts";
import { inputTokens, type TokenBuckets } from "../usage/token-buckets";
import { promptCachingOf } from "./prompt-caching";
import { continues, type Mark, markOf, toolLoopOpen } from "./session";
import type { Warm } from "./warm-cache";

/** What is remembered of a conversation: who answered it last, and no word of it. */
export type SessionMemory = Mark & {
  readonly offer: OfferName;
  /** When the request came in that was answered; milliseconds since 1970 UTC, here and below. */
  readonly at: number;
  /** Its input, by the provider's count where it gave one. */
  readonly promptTokens: Tokens;
  /** So much of it is taken to be in the provider's cache since. */
  readonly cachedTokens: Tokens;
  readonly cachedUntil: number;
  /** The answer called tools. */
  readonly toolLoop: boolean;
};

/** Nobody's cache is counted on for longer, and no tool runs for longer. */
export const sessionLifeMs = 3_600_000;

/** One answer, as the memory is made of it. */
export type Answered = {
  readonly offer: Pick<Offer, "provider" | "id">;
  readonly conversation: Conversation;
  /** When its request came in. */
  readonly at: number;
  /** The provider's own count; absent where it gave none. */
  readonly tokens?: TokenBuckets | undefined;
  readonly calledTools: boolean;
  /** What was remembered before. */
  readonly before?: SessionMemory | undefined;
};

const reported = ({ cacheRead, cacheWrite5m, cacheWrite1h }: TokenBuckets): number =>
  cacheRead + cacheWrite5m + cacheWrite1h;

/** Whether the prompt before this one had been cached as well, so that this one should have read it. */
const shouldHaveRead = ({ offer, conversation, at, before }: Answered, least: number): boolean =>
  before !== undefined &&
  before.offer === offerName(offer) &&
  before.promptTokens >= least &&
  before.cachedUntil > at &&
  continues(conversation, before);

/**
 * How much of a prompt is in the provider's cache after its answer. A promise is believed until the
 * provider's own count contradicts it: where it read less than half of what it should have, only
 * what it reported counts.
 */
const cachedAfter = (answered: Answered, promptTokens: number): number => {
  const { offer, tokens, before } = answered;
  const caching = promptCachingOf(offer);
  if (caching === undefined || promptTokens < caching.leastTokens) return 0;
  if (caching.kind !== "sure") return tokens ? reported(tokens) : 0;
  const missed =
    tokens !== undefined &&
    before !== undefined &&
    shouldHaveRead(answered, caching.leastTokens) &&
    tokens.cacheRead < before.promptTokens / 2;
  if (missed) return tokens.cacheRead;
  return promptTokens - (promptTokens % caching.stepTokens);
};

const hourMs = 3_600_000;

/** What to remember of an answer; undefined where nothing is cached and no tool was called. */
export const memoryOf = (answered: Answered): SessionMemory | undefined => {
  const { offer, conversation, tokens, at, calledTools } = answered;
  const promptTokens = tokens ? inputTokens(tokens) : conversation.estimatedInputTokens;
  const caching = promptCachingOf(offer);
  const cachedTokens = cachedAfter(answered, promptTokens) as Tokens;
  if (!calledTools && cachedTokens === 0 && !disappointed(answered)) return undefined;
  const anHour = caching?.kind === "on-request" && conversation.cacheAsked === "1h";
  return {
    ...markOf(conversation),
    offer: offerName(offer),
    at,
    promptTokens,
    cachedTokens,
    cachedUntil: at + (anHour ? hourMs : (caching?.keptMs ?? 0)),
    toolLoop: calledTools,
  };
};

/** A cache was counted on at this offer and was not there: what is remembered must go. */
const disappointed = ({ offer, before }: Answered): boolean =>
  before?.offer === offerName(offer) && before.cachedTokens > 0;

/**
 * What a memory is worth to the request that came now; undefined where it is worth nothing.
 *
 * @param named - the caller named the conversation: its tool loop is one even where its messages
 *   were changed since, and only the cache is lost.
 */
export const warmOf = (
  memory: SessionMemory,
  conversation: Conversation,
  named: boolean,
  nowMs: number,
): Warm | undefined => {
  if (memory.at + sessionLifeMs <= nowMs) return undefined;
  const same = continues(conversation, memory);
  const inToolLoop = memory.toolLoop && toolLoopOpen(conversation) && (same || named);
  const cachedTokens = same && memory.cachedUntil > nowMs ? memory.cachedTokens : (0 as Tokens);
  if (!inToolLoop && cachedTokens === 0) return undefined;
  return { offer: memory.offer, cachedTokens, expiresAtMs: memory.cachedUntil, inToolLoop };
};
