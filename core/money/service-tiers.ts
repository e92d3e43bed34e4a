import type { Offer } from "../catalog/offer";
import type { MicroUsdPerMTok, Tokens } from "./amounts";
import { tierFor } from "./cost";
import type { PriceCard, Rates } from "./price-card";
import { type ServiceTierPrice, serviceTierPrices } from "./service-tier-prices";

/** The names that providers have for their standard service, and for running a model anywhere. */
const standardNames = new Set([
  "auto",
  "default",
  "standard",
  "standard_only",
  "on_demand",
  "global",
  "not_available",
]);

/** What changes the rates, out of a tier's name: `fast+us` is two things, `default` none. */
const changesOf = (serviceTier: string): readonly string[] =>
  serviceTier
    .toLowerCase()
    .split("+")
    .map((name) => name.trim().replace(/^service_tier_/, ""))
    .filter((name) => name !== "" && !standardNames.has(name));

const priceOf = (
  name: string,
  { provider, id }: Pick<Offer, "provider" | "id">,
): ServiceTierPrice | undefined =>
  serviceTierPrices.find(
    (price) => price.provider === provider && price.names.includes(name) && price.models.test(id),
  );

/** Rates at a part of what they are; undefined where one is then no whole µUSD. */
const partOf = (rates: Rates, [times, by]: readonly [number, number]): Rates | undefined => {
  const part = (rate: MicroUsdPerMTok): MicroUsdPerMTok => ((rate * times) / by) as MicroUsdPerMTok;
  const optional = (rate: MicroUsdPerMTok | undefined) =>
    rate === undefined ? undefined : part(rate);
  const changed = {
    input: part(rates.input),
    output: part(rates.output),
    cacheRead: optional(rates.cacheRead),
    cacheWrite5m: optional(rates.cacheWrite5m),
    cacheWrite1h: optional(rates.cacheWrite1h),
    reasoning: optional(rates.reasoning),
    audioInput: optional(rates.audioInput),
    audioCacheRead: optional(rates.audioCacheRead),
  };
  const whole = Object.values(changed).every((r) => r === undefined || Number.isSafeInteger(r));
  return whole ? changed : undefined;
};

/**
 * The rates that hold for an answer: of the price tier that its input falls in, changed by the
 * service tier that served it. A customer's own card states the standard rates; what the provider
 * takes more or less for another tier is then taken of those.
 *
 * @param input - all input buckets together.
 * @param serviceTier - as the provider names it; absent: the standard one.
 * @returns null where the tier has no known price for this offer, or not one in whole µUSD.
 */
export const servedRates = (
  input: Tokens,
  card: PriceCard,
  serviceTier: string | undefined,
  offer: Pick<Offer, "provider" | "id">,
): Rates | null => {
  const tier = tierFor(input, card);
  if (serviceTier === undefined) return tier;
  const prices = changesOf(serviceTier).map((name) => priceOf(name, offer));
  let [times, by] = [1, 1];
  for (const price of prices) {
    if (!price || (price.shortPromptsOnly && tier.aboveInputTokens > 0)) return null;
    times *= price.times[0];
    by *= price.times[1];
  }
  return times === by ? tier : (partOf(tier, [times, by]) ?? null);
};
