import type { Offer } from "../catalog/offer";
import { countedUnits, type UnitCounts } from "../usage/provider-usage";
import { inputTokens, type TokenBuckets } from "../usage/token-buckets";
import { picoUsdPerUsd } from "./amounts";
import { wholeCount } from "./cost";
import type { PriceCard, Rates } from "./price-card";
import { servedRates } from "./service-tiers";
import { unitPriceOf } from "./unit-prices";

/** One factor of a cost: so many of a kind at a rate. */
export type CostLine = {
  readonly bucket: string;
  readonly count: number;
  /** µUSD per million tokens, or per piece; null: unknown. */
  readonly rate: number | null;
  /** Whole pUSD; null: unknown. */
  readonly cost: number | null;
};

/** What one answer was billed for. */
export type Billed = {
  readonly tokens: TokenBuckets;
  readonly units?: UnitCounts | undefined;
  readonly serviceTier?: string | undefined;
  /** pUSD; null: unpriced. */
  readonly cost: number | null;
};

const buckets = [
  "freshInput",
  "cacheRead",
  "cacheWrite5m",
  "cacheWrite1h",
  "visibleOutput",
  "reasoningOutput",
] as const satisfies readonly (keyof TokenBuckets)[];

const picoUsdPerMicroUsd = picoUsdPerUsd / 1_000_000;

/** The rate of each bucket, with what a missing one falls back to, as `costOf` says. */
const rateOf = (rates: Rates): Readonly<Record<(typeof buckets)[number], number>> => {
  const cacheWrite5m = rates.cacheWrite5m ?? rates.input;
  return {
    freshInput: rates.input,
    cacheRead: rates.cacheRead ?? rates.input,
    cacheWrite5m,
    cacheWrite1h: rates.cacheWrite1h ?? cacheWrite5m,
    visibleOutput: rates.output,
    reasoningOutput: rates.reasoning ?? rates.output,
  };
};

const tokenLines = ({ tokens }: Billed, rates: Rates | null): readonly CostLine[] => {
  const rate = rates && rateOf(rates);
  return buckets.flatMap((bucket) => {
    const count = wholeCount(tokens[bucket]);
    if (count === 0) return [];
    return [{ bucket, count, rate: rate?.[bucket] ?? null, cost: rate && count * rate[bucket] }];
  });
};

const unitLines = ({ units }: Billed, offer: Pick<Offer, "provider" | "id">): readonly CostLine[] =>
  countedUnits.flatMap((unit) => {
    const used = units?.[unit] ?? 0;
    if (used === 0) return [];
    const price = unitPriceOf(unit, offer);
    // A fee for the whole answer is one, however often the tool was used.
    const count = price?.once ? 1 : used;
    const rate = price ? price.price / picoUsdPerMicroUsd : null;
    return [{ bucket: unit, count, rate, cost: price ? count * price.price : null }];
  });

const withoutRates = (lines: readonly CostLine[]): readonly CostLine[] =>
  lines.map((line) => ({ ...line, rate: null, cost: null }));

/**
 * A recorded cost taken apart: bucket by bucket at the rates that held.
 *
 * @param card - of the offer at the time, as far as it is known today.
 * @returns lines that add up to the recorded cost exactly, or all of them without rates: what is
 *   billed apart and not recorded, such as sound, or prices that have changed since, is not guessed.
 */
export const costLines = (
  billed: Billed,
  card: PriceCard | undefined,
  offer: Pick<Offer, "provider" | "id">,
): readonly CostLine[] => {
  const rates = card
    ? servedRates(inputTokens(billed.tokens), card, billed.serviceTier, offer)
    : null;
  const lines = [...tokenLines(billed, rates), ...unitLines(billed, offer)];
  let sum: number | null = 0;
  for (const { cost } of lines) sum = sum === null || cost === null ? null : sum + cost;
  return sum !== null && sum === billed.cost ? lines : withoutRates(lines);
};
