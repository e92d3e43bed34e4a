import type { Interval, Resampling } from "../bootstrap";
import type { Pool } from "../pool";
import { percent, withInterval } from "../report/section";
import {
  mixCostAt,
  mixQualityAt,
  randomMix,
  type Sweep,
  sweepFloors,
  sweepIntervals,
  sweepPrices,
} from "../sweep";
import { wordCountSweep } from "../word-count-sweep";

export type PoolFigures = {
  readonly rows: readonly (readonly string[])[];
  /** By the way that is shipped: costs at the qualities asked for, then qualities at the costs. */
  readonly shipped: readonly Interval[];
};

/** A row for each way to choose, with the cost at some qualities and the quality at some costs. */
export const poolRows = (
  pool: Pool,
  qualities: readonly number[],
  costs: readonly number[],
  resampling: Resampling,
): PoolFigures => {
  const figuresOf = (sweep: Sweep) => sweepIntervals(sweep, qualities, costs, resampling);
  const write = (name: string, figures: readonly Interval[]): string[] => [
    name,
    ...figures.map((figure) => withInterval(figure, percent)),
  ];
  const shipped = figuresOf(sweepFloors(pool));
  const mix = randomMix(pool);
  return {
    shipped,
    rows: [
      [
        "chosen by",
        ...qualities.map((quality) => `cost at ${percent(quality)} quality`),
        ...costs.map((cost) => `quality at ${percent(cost)} cost`),
      ],
      write("share of the best predicted (shipped)", shipped),
      write("quality − λ · cost", figuresOf(sweepPrices(pool))),
      write("word count: long prompts to the strongest", figuresOf(wordCountSweep(pool))),
      [
        "random mix of the cheapest and the strongest",
        ...qualities.map((quality) => percent(mixCostAt(mix, quality))),
        ...costs.map((cost) => percent(mixQualityAt(mix, cost))),
      ],
    ],
  };
};
