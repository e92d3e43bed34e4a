import { inputTokens, type TokenBuckets } from "../usage/token-buckets";
import type { PicoUsd, Tokens } from "./amounts";
import type { PriceCard, PriceTier, Rates } from "./price-card";

/** An amount that a number can't hold exactly; it is refused rather than rounded. */
export class InexactAmountError extends Error {
  override readonly name = "InexactAmountError";
}

/**
 * What a provider bills for a request's tokens at a card's prices: exact, never rounded, as
 * tokens × (µUSD per million tokens) already is whole pico-dollars.
 *
 * One tier holds for the whole request: the last whose size the input, cached tokens included,
 * is above. A missing rate falls back: cache read → input; 5-minute write → input; 1-hour write
 * → 5-minute write; reasoning → output.
 *
 * @returns whole pUSD, at most 2^53 − 1 (about $9,007).
 * @throws InexactAmountError where a count is no whole number from 0 up, or the sum is beyond that.
 */
export const costOf = (tokens: TokenBuckets, card: PriceCard): PicoUsd =>
  costAt(tokens, tierFor(inputTokens(tokens), card));

/** As `costOf`, at rates that are known to hold. */
export const costAt = (tokens: TokenBuckets, rates: Rates): PicoUsd => {
  const write5m = rates.cacheWrite5m ?? rates.input;
  // Written out, as every decision reckons it for every offer: no list is made of it.
  const sum =
    wholeCount(tokens.freshInput) * rates.input +
    wholeCount(tokens.cacheRead) * (rates.cacheRead ?? rates.input) +
    wholeCount(tokens.cacheWrite5m) * write5m +
    wholeCount(tokens.cacheWrite1h) * (rates.cacheWrite1h ?? write5m) +
    wholeCount(tokens.visibleOutput) * rates.output +
    wholeCount(tokens.reasoningOutput) * (rates.reasoning ?? rates.output);
  // No part is negative, so one that was too large, and rounded, shows in the sum.
  return exactAmount(sum);
};

/** @throws InexactAmountError where a sum is beyond what a number holds exactly. */
export const exactAmount = (sum: number): PicoUsd => {
  if (Number.isSafeInteger(sum)) return sum as PicoUsd;
  throw new InexactAmountError(
    `cost of ${sum} pUSD is not exact; a request must cost at most ${Number.MAX_SAFE_INTEGER} pUSD`,
  );
};

/** The tier that holds for an input of this size, all its buckets together. */
export const tierFor = (input: Tokens, card: PriceCard): PriceTier =>
  card.tiers.findLast((tier) => input > tier.aboveInputTokens) ?? card.tiers[0];

/** @throws InexactAmountError where a count is no whole number from 0 up. */
export const wholeCount = (count: number): number => {
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new InexactAmountError(`token count ${count} is not a whole number from 0 up`);
};
