import type { Offer } from "../catalog/offer";
import type { ProviderUsage } from "../usage/provider-usage";
import { inputTokens } from "../usage/token-buckets";
import type { PicoUsd } from "./amounts";
import { costAt, exactAmount, wholeCount } from "./cost";
import type { PriceCard, Rates } from "./price-card";
import { servedRates } from "./service-tiers";
import { unitsCost } from "./unit-prices";

/** What sound costs beyond what its tokens cost as text; none counts that is not in the buckets. */
const audioSurcharge = ({ audio, tokens }: ProviderUsage, rates: Rates): number => {
  if (!audio) return 0;
  const cacheRead = rates.cacheRead ?? rates.input;
  const fresh = Math.min(wholeCount(audio.freshInput ?? 0), tokens.freshInput);
  const cached = Math.min(wholeCount(audio.cacheRead ?? 0), tokens.cacheRead);
  return (
    fresh * ((rates.audioInput ?? rates.input) - rates.input) +
    cached * ((rates.audioCacheRead ?? cacheRead) - cacheRead)
  );
};

/**
 * What a provider bills for an answer: its tokens at the rates of the tiers that it fell in, and what
 * was counted apart. Exact, never rounded.
 *
 * The same function says what a saving is measured against, with the reference's card and offer: the
 * reference alone would have read and written the same tokens, called its own provider's tools as
 * often, and been asked for the same service tier. So where the reference's provider has no price for
 * such a tool or tier, the reference's cost is unknown, and the saving with it: never a guess.
 *
 * @param card - of the offer, at the time of the request; undefined: unpriced.
 * @returns whole pUSD; null, "unpriced", where any part of it has no known price.
 * @throws InexactAmountError where a count is no whole number from 0 up, or the sum is beyond
 *   2^53 − 1 pUSD (about $9,007).
 */
export const priceUsage = (
  usage: ProviderUsage,
  card: PriceCard | undefined,
  offer: Pick<Offer, "provider" | "id">,
): PicoUsd | null => {
  if (!card || usage.otherRates) return null;
  const rates = servedRates(inputTokens(usage.tokens), card, usage.serviceTier, offer);
  const units = unitsCost(usage.units, offer);
  if (rates === null || units === null) return null;
  return exactAmount(costAt(usage.tokens, rates) + audioSurcharge(usage, rates) + units);
};
