import { type Offer, type OfferName, offerName } from "../catalog/offer";
import type { Conversation } from "../chat/conversation";
import type { Tokens } from "../money/amounts";
import { inputTokens, type TokenBuckets } from "../usage/token-buckets";
import { promptCachingOf } from "./prompt-caching";
import { continues, type Mark, markOf, toolLoopOpen } from "./session";
import type { Cached, Warm } from "./warm-cache";

/** A prompt that an offer answered, and is taken to have in its cache since. */
export type CachedPrompt = Mark & {
  readonly offer: OfferName;
  /** Its input, by the provider's count where it gave one. */
  readonly promptTokens: Tokens;
  readonly cachedTokens: Tokens;
  /** Milliseconds since 1970 UTC, here and below. */
  readonly cachedUntil: number;
};

/** What is remembered of a conversation: who answered it last, and no word of it. */
export type SessionMemory = CachedPrompt & {
  /** When the request came in that was answered. */
  readonly at: number;
  /** The answer called tools. */
  readonly toolLoop: boolean;
  /** Offers that answered before and may have it cached still, the latest first. */
  readonly earlier: readonly CachedPrompt[];
};

/** Of so many models a conversation goes between, caches are kept in mind. */
const mostEarlier = 2;

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

const promptsOf = (memory: SessionMemory | undefined): readonly CachedPrompt[] =>
  memory === undefined ? [] : [memory, ...memory.earlier];

/** The prompt that the same offer had before, if it should have read it again from its cache. */
const shouldHaveRead = (
  { offer, conversation, at, before }: Answered,
  least: number,
): CachedPrompt | undefined => {
  const earlier = promptsOf(before).find((prompt) => prompt.offer === offerName(offer));
  const isThere = earlier && earlier.promptTokens >= least && earlier.cachedUntil > at;
  return isThere && continues(conversation, earlier) ? earlier : undefined;
};

/**
 * How much of a prompt is in the provider's cache after its answer. A promise is believed until the
 * provider's own count contradicts it: where it read less than half of what it should have, only
 * what it reported counts.
 */
const cachedAfter = (answered: Answered, promptTokens: number): number => {
  const { offer, tokens } = answered;
  const caching = promptCachingOf(offer);
  if (caching === undefined || promptTokens < caching.leastTokens) return 0;
  if (caching.kind !== "sure") return tokens ? reported(tokens) : 0;
  const due = tokens && shouldHaveRead(answered, caching.leastTokens);
  if (due && tokens.cacheRead < due.promptTokens / 2) return tokens.cacheRead;
  return promptTokens - (promptTokens % caching.stepTokens);
};

const hourMs = 3_600_000;

/** What to remember of an answer; undefined where nothing is cached and no tool was called. */
export const memoryOf = (answered: Answered): SessionMemory | undefined => {
  const { offer, conversation, tokens, at, calledTools, before } = answered;
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
    earlier: promptsOf(before)
      .filter((prompt) => prompt.offer !== offerName(offer) && isCached(prompt, conversation, at))
      .slice(0, mostEarlier)
      .map(promptOf),
  };
};

/** A cache was counted on at this offer and was not there: what is remembered must go. */
const disappointed = ({ offer, before }: Answered): boolean =>
  promptsOf(before).some((prompt) => prompt.offer === offerName(offer) && prompt.cachedTokens > 0);

const isCached = (prompt: CachedPrompt, conversation: Conversation, nowMs: number): boolean =>
  prompt.cachedTokens > 0 && prompt.cachedUntil > nowMs && continues(conversation, prompt);

/** A memory's own prompt without the rest of the memory. */
const promptOf = ({
  offer,
  promptTokens,
  cachedTokens,
  cachedUntil,
  turns,
  prefix,
}: CachedPrompt): CachedPrompt => ({
  offer,
  promptTokens,
  cachedTokens,
  cachedUntil,
  turns,
  prefix,
});

const toCached = ({ offer, cachedTokens, cachedUntil }: CachedPrompt): Cached => ({
  offer,
  cachedTokens,
  expiresAtMs: cachedUntil,
});

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
  const caches = promptsOf(memory).filter((prompt) => isCached(prompt, conversation, nowMs));
  const isLoop = memory.toolLoop && toolLoopOpen(conversation);
  if (isLoop && (named || continues(conversation, memory))) {
    const last = caches.find((prompt) => prompt === memory);
    const earlier = caches.filter((prompt) => prompt !== memory).map(toCached);
    const cachedTokens = last?.cachedTokens ?? (0 as Tokens);
    return { ...toCached(memory), cachedTokens, earlier, inToolLoop: true };
  }
  const [last, ...earlier] = caches.map(toCached);
  return last && { ...last, earlier, inToolLoop: false };
};
