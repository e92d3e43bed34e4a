import { type Interval, intervals, type Resampling } from "./bootstrap";
import type { Pool } from "./pool";
import { always, bestTrade, cheapestAbove, type Outcome, outcomeOf, sumOver } from "./select";

/** One setting of the trade-off, beside sending everything to the strongest model. */
export type Point = {
  readonly setting: number;
  /** 1 as the strongest model's. */
  readonly quality: number;
  readonly cost: number;
};

/** Every setting of one way to trade quality for cost, and what it chose. */
export type Sweep = {
  readonly settings: readonly number[];
  readonly outcomes: readonly Outcome[];
  readonly strongest: Outcome;
};

const floors = Array.from({ length: 61 }, (_, step) => 1 - step / 100);
const mostPrice = 3;
const prices = [0, ...Array.from({ length: 60 }, (_, step) => mostPrice * 0.88 ** (59 - step))];

/** The way that is shipped: the cheapest that keeps a share of the best predicted quality. */
export const sweepFloors = (pool: Pool): Sweep => ({
  settings: floors,
  outcomes: floors.map((floor) => outcomeOf(pool, cheapestAbove(pool, floor))),
  strongest: outcomeOf(pool, always(pool, pool.strongest)),
});

/** The other way: the highest predicted quality less a price × the cost, in the strongest's cost. */
export const sweepPrices = (pool: Pool): Sweep => {
  const strongest = outcomeOf(pool, always(pool, pool.strongest));
  const unit = strongest.costs.reduce((sum, cost) => sum + cost, 0) / pool.count;
  return {
    settings: prices,
    outcomes: prices.map((price) => outcomeOf(pool, bestTrade(pool, price / unit))),
    strongest,
  };
};

export const pointsOf = (
  { settings, outcomes, strongest }: Sweep,
  sample: Int32Array = Int32Array.from(strongest.scores.keys()),
): Point[] => {
  const quality = sumOver(strongest.scores, sample);
  const cost = sumOver(strongest.costs, sample);
  return outcomes.map((outcome, at) => ({
    setting: settings[at] as number,
    quality: sumOver(outcome.scores, sample) / quality,
    cost: sumOver(outcome.costs, sample) / cost,
  }));
};

/** Least cost of any setting that keeps that quality; Infinity where none does. */
export const costAt = (points: readonly Point[], quality: number): number =>
  Math.min(...points.filter((point) => point.quality >= quality).map(({ cost }) => cost));

/** Highest quality of any setting that costs no more; 0 where none is so cheap. */
export const qualityAt = (points: readonly Point[], cost: number): number =>
  Math.max(0, ...points.filter((point) => point.cost <= cost).map(({ quality }) => quality));

/** Both questions with their intervals: cost at each quality, then quality at each cost. */
export const sweepIntervals = (
  sweep: Sweep,
  qualities: readonly number[],
  costs: readonly number[],
  resampling: Resampling,
): Interval[] =>
  intervals(
    [sweep.strongest.scores.length],
    ([sample]) => {
      const points = pointsOf(sweep, sample);
      return [
        ...qualities.map((quality) => costAt(points, quality)),
        ...costs.map((cost) => qualityAt(points, cost)),
      ];
    },
    resampling,
  );

/** Mixing the cheapest and the strongest model at random: a straight line between the two. */
export const randomMix = (pool: Pool): readonly [Point, Point] => {
  const points = pointsOf({
    settings: pool.models.map((_, model) => model),
    outcomes: pool.models.map((_, model) => outcomeOf(pool, always(pool, model))),
    strongest: outcomeOf(pool, always(pool, pool.strongest)),
  });
  const sorted = [...points].sort((a, b) => a.cost - b.cost || b.quality - a.quality);
  return [sorted[0] as Point, points[pool.strongest] as Point];
};

/** The cost at which such a mix keeps that quality; Infinity where even the dear end does not. */
export const mixCostAt = ([cheap, dear]: readonly [Point, Point], quality: number): number => {
  if (cheap.quality >= quality) return cheap.cost;
  if (dear.quality < quality) return Infinity;
  const share = (quality - cheap.quality) / (dear.quality - cheap.quality);
  return cheap.cost + share * (dear.cost - cheap.cost);
};

/** The quality that such a mix has at that cost. */
export const mixQualityAt = ([cheap, dear]: readonly [Point, Point], cost: number): number => {
  const share = Math.max(0, Math.min(1, (cost - cheap.cost) / (dear.cost - cheap.cost)));
  return cheap.quality + share * (dear.quality - cheap.quality);
};
