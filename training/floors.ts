import { promisedQuality, type RoutingMode } from "../core/routing/mode";
import { drawSamples } from "./eval/bootstrap";
import type { Pool } from "./eval/pool";
import { keptOfAll, meanLoss } from "./eval/promise";

export type Floors = Readonly<Record<Exclude<RoutingMode, "off">, number>>;

const step = 0.002;
const lowest = 0.5;
const resamples = 60;

/**
 * The floor of each mode: the lowest share of the reference's predicted quality that a single
 * request must keep, so that the mean loss over the pools plus one standard error stays within what
 * the mode promises. From 1 downwards up to the first that does not, so it never goes up from
 * `quality` to `balanced` to `cost`.
 *
 * @param pools - predicted by heads and priors that have not seen the prompts.
 */
export const fitFloors = (pools: readonly Pool[]): Floors => {
  const counts = pools.map(({ count }) => count);
  const everything = counts.map((count) => Int32Array.from({ length: count }, (_, at) => at));
  const drawn = drawSamples(counts, { resamples });
  const fits = (floor: number, promised: number): boolean => {
    const kept = keptOfAll(pools, floor);
    const mean = meanLoss(kept, everything);
    const squares = drawn.map((samples) => (meanLoss(kept, samples) - mean) ** 2);
    const error = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
    return mean + error <= promised;
  };
  let floor = 1;
  const lowestFor = (mode: keyof Floors): number => {
    const promised = 1 - promisedQuality[mode];
    while (floor - step >= lowest && fits(floor - step, promised)) floor -= step;
    return Math.round(floor * 1e4) / 1e4;
  };
  // In this order: each mode goes on from the floor of the one before.
  return {
    quality: lowestFor("quality"),
    balanced: lowestFor("balanced"),
    cost: lowestFor("cost"),
  };
};
