import { promisedQuality, type RoutingMode } from "../core/routing/mode";
import { resample } from "./eval/bootstrap";
import type { Pool } from "./eval/pool";
import { keptOfAll, meanLoss } from "./eval/promise";

export type Floors = Readonly<Record<Exclude<RoutingMode, "off">, number>>;

const modes = ["quality", "balanced", "cost"] as const;
const step = 0.002;
const lowest = 0.5;
const resamples = 60;

/** What a floor loses on pools that were not learned from: the mean, and a standard error above. */
type FloorLoss = { readonly floor: number; readonly upper: number };

/**
 * The floor of each mode: the lowest share of the reference's predicted quality that a single
 * request must keep, so that the mean loss over the pools plus one standard error stays within what
 * the mode promises. From 1 downwards up to the first that does not, so it never goes up from
 * `quality` to `balanced` to `cost`.
 *
 * @param pools - predicted by heads and priors that have not seen the prompts.
 */
export const fitFloors = (pools: readonly Pool[]): Floors => {
  const floors: Record<string, number> = {};
  let floor = 1;
  let next = lossAt(pools, floor - step);
  for (const mode of modes) {
    const promised = 1 - promisedQuality[mode];
    while (floor - step >= lowest && next.upper <= promised) {
      floor = next.floor;
      next = lossAt(pools, floor - step);
    }
    floors[mode] = Math.round(floor * 1e4) / 1e4;
  }
  return floors as Floors;
};

const lossAt = (pools: readonly Pool[], floor: number): FloorLoss => {
  const kept = keptOfAll(pools, floor);
  const counts = pools.map(({ count }) => count);
  const everything = counts.map((count) => Int32Array.from({ length: count }, (_, at) => at));
  const mean = meanLoss(kept, everything);
  const drawn = resample(counts, (samples) => [meanLoss(kept, samples)], { resamples });
  const variance = drawn.reduce((sum, [loss]) => sum + ((loss as number) - mean) ** 2, 0);
  return { floor, upper: mean + Math.sqrt(variance / drawn.length) };
};
