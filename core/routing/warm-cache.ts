import type { Offer, OfferName } from "../catalog/offer";
import { offerName } from "../catalog/offer";
import type { Conversation } from "../chat/conversation";
import type { Tokens } from "../money/amounts";
import type { TokenBuckets } from "../usage/token-buckets";
import { promptCachingOf } from "./prompt-caching";

/** A conversation's beginning in one offer's prompt cache. */
export type Cached = {
  readonly offer: OfferName;
  /** So much of it is taken to be there; may be 0. */
  readonly cachedTokens: Tokens;
  /** Milliseconds since 1970 UTC: from then on the cache counts as lost. */
  readonly expiresAtMs: number;
};

/** Where a conversation was answered last, and what is still there to return to. */
export type Warm = Cached & {
  /** Offers that answered before that one and may have it cached still. */
  readonly earlier?: readonly Cached[];
  /** That offer called tools whose answers are in this request: it is in the middle of its work. */
  readonly inToolLoop: boolean;
};

const none = 0 as Tokens;

/** What is left of it at a moment: a cache that has expired holds nothing, a tool loop goes on. */
export const stillWarm = (warm: Warm | undefined, nowMs: number): Warm | undefined => {
  const isThere = ({ expiresAtMs }: Cached): boolean => expiresAtMs > nowMs;
  if (warm === undefined) return undefined;
  const earlier = (warm.earlier ?? []).filter(isThere);
  if (isThere(warm)) return { ...warm, earlier };
  if (!warm.inToolLoop && earlier.length === 0) return undefined;
  return { ...warm, cachedTokens: none, earlier };
};

const cachedAt = (name: OfferName, warm: Warm): number =>
  [warm, ...(warm.earlier ?? [])].find(({ offer }) => offer === name)?.cachedTokens ?? 0;

/** The input of a request as it would be billed. */
export type InputBuckets = Omit<TokenBuckets, "visibleOutput" | "reasoningOutput">;

/** What decides how an input is billed, beside the offer. */
export type InputCase = {
  readonly input: Tokens;
  /** Undefined: nothing is cached anywhere. */
  readonly warm: Warm | undefined;
  readonly cacheAsked: Conversation["cacheAsked"];
};

const buckets = (
  input: Tokens,
  read: number,
  { bucket }: { readonly bucket: "freshInput" | "cacheWrite5m" | "cacheWrite1h" },
): InputBuckets => {
  const rest = (input - read) as Tokens;
  return {
    freshInput: bucket === "freshInput" ? rest : none,
    cacheWrite5m: bucket === "cacheWrite5m" ? rest : none,
    cacheWrite1h: bucket === "cacheWrite1h" ? rest : none,
    cacheRead: read as Tokens,
  };
};

/** Where the input that is not read from a cache goes: a missing rate of writing is the input's. */
const bucketOfRest = (
  offer: Pick<Offer, "provider" | "id">,
  { input, cacheAsked }: InputCase,
): "freshInput" | "cacheWrite5m" | "cacheWrite1h" => {
  const caching = promptCachingOf(offer);
  if (caching === undefined || input < caching.leastTokens) return "freshInput";
  if (caching.kind === "sure") return "cacheWrite5m";
  if (caching.kind === "best-effort" || cacheAsked === undefined) return "freshInput";
  return cacheAsked === "1h" ? "cacheWrite1h" : "cacheWrite5m";
};

/** The input as an offer is expected to bill it now: read from its cache if that is warm. */
export const inputNow = (
  offer: Pick<Offer, "provider" | "id">,
  request: InputCase,
): InputBuckets => {
  const { input, warm } = request;
  const read = warm === undefined ? 0 : Math.min(cachedAt(offerName(offer), warm), input);
  return buckets(input, read, { bucket: bucketOfRest(offer, request) });
};

/**
 * The same input one turn later, had the offer answered now: all of it read where the provider is
 * sure to have cached it, what is read now where it is not.
 */
export const inputNextTurn = (
  offer: Pick<Offer, "provider" | "id">,
  request: InputCase,
): InputBuckets => {
  const { input, cacheAsked } = request;
  const caching = promptCachingOf(offer);
  const now = inputNow(offer, request);
  if (caching === undefined || input < caching.leastTokens) return now;
  const kept = caching.kind === "sure" || (caching.kind === "on-request" && cacheAsked);
  return kept ? buckets(input, input, { bucket: "freshInput" }) : now;
};
