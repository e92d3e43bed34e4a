import type { CellInterval } from "../../ports/usage-cells";
import type { BucketTotals } from "../bucket";
import type { DayMark } from "../day-mark";
import { blockOf, blocksOf, type CellBlock, requestsIn } from "./cell-block";

export type PackedDay = Readonly<Record<CellInterval, readonly CellBlock[]>>;

/**
 * A day's cells to be packed as of its mark. Every request adds to the mark in the same step as to its
 * buckets, and none takes away: so buckets that were read after the mark, as of the last write, and count
 * together what it counts, are those of that very moment.
 *
 * @param days - the buckets of the day.
 * @param hours - the buckets of its hours; those that hold requests of other zones' days are left out.
 * @returns undefined where requests came in between.
 */
export const packDay = (
  mark: DayMark,
  days: readonly BucketTotals[],
  hours: readonly BucketTotals[],
): PackedDay | undefined => {
  const day = blockOf(mark.start, days);
  if (requestsIn(day) !== mark.requests) return undefined;
  const own = (block: CellBlock): boolean => mark.hours.get(block.start) === requestsIn(block);
  return { day: [day], hour: blocksOf(hours).filter(own) };
};
