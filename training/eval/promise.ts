import type { Pool } from "./pool";
import {
  always,
  bestPredicted,
  cheapestAbove,
  cheapestBeside,
  outcomeOf,
  type Selection,
  sumOver,
} from "./select";

/**
 * What a router gives up on a pool: its reference's scores and those of its choice, both as callers
 * ask for it. For `auto` the reference is the best predicted model of each prompt; for a named model
 * it is that model, here the strongest of the pool.
 */
export type Kept = {
  readonly pool: string;
  /** The pool's place among those that are looked at: both ways to ask share its prompts. */
  readonly place: number;
  readonly asked: Asked;
  readonly reference: Float64Array;
  readonly chosen: Float64Array;
};

export const askedWays = ["auto", "named"] as const;
export type Asked = (typeof askedWays)[number];

/** Every pool, asked for in both ways. */
export const keptOfAll = (pools: readonly Pool[], floor: number): Kept[] =>
  pools.flatMap((pool, place) =>
    askedWays.map((asked) => ({ ...keptOf(pool, asked, floor), place })),
  );

export const keptOf = (pool: Pool, asked: Asked, floor: number): Omit<Kept, "place"> => {
  const scoresOf = (selection: Selection): Float64Array => outcomeOf(pool, selection).scores;
  const { strongest, name } = pool;
  return asked === "auto"
    ? {
        pool: name,
        asked,
        reference: scoresOf(bestPredicted(pool)),
        chosen: scoresOf(cheapestAbove(pool, floor)),
      }
    : {
        pool: name,
        asked,
        reference: scoresOf(always(pool, strongest)),
        chosen: scoresOf(cheapestBeside(pool, strongest, floor)),
      };
};

/** The share of the reference's mean score that is lost; below 0 where the choice did better. */
export const lossOf = (
  { reference, chosen }: Pick<Kept, "reference" | "chosen">,
  sample: Int32Array,
): number => 1 - sumOver(chosen, sample) / sumOver(reference, sample);

/**
 * The mean loss over pools and ways to ask, each counting alike.
 *
 * @param samples - the prompts of each pool that count.
 */
export const meanLoss = (kept: readonly Kept[], samples: readonly Int32Array[]): number =>
  kept.reduce((sum, one) => sum + lossOf(one, samples[one.place] as Int32Array), 0) / kept.length;
