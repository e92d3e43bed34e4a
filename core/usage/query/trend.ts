import type { UsageDimension } from "../../contract/usage";
import type { CellBlock } from "../cells/cell-block";
import { groupCodes } from "../cells/group-codes";
import { createGroupedSums } from "../cells/grouped-sums";
import type { UsageTotals } from "../totals";
import type { Period } from "./calendar";
import { type Group, groupBy, rank } from "./group-cells";
import { sumOf } from "./totals-sum";

/** What a value, or the rest, amounts to in each hour or day. */
export type Series = Group & { readonly points: readonly UsageTotals[] };

export type Trend = {
  readonly total: readonly UsageTotals[];
  readonly series: readonly Series[];
  readonly other: { readonly values: number; readonly points: readonly UsageTotals[] } | null;
};

/** The place of the last point that begins at or before an instant. */
const pointAt = (points: readonly Period[], at: number): number => {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((points[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The cells by hour or day; what is empty is there as nothing. */
export const pointsOf = (
  blocks: readonly CellBlock[],
  points: readonly Period[],
): readonly UsageTotals[] => {
  const sums = createGroupedSums(points.length);
  for (const block of blocks) sums.addWhole(block, pointAt(points, block.start));
  return points.map((_, at) => sums.totals(at));
};

/** The points of some values apart, in their order, and of all others together as the last. */
const seriesOf = (
  blocks: readonly CellBlock[],
  points: readonly Period[],
  dimension: UsageDimension,
  listed: readonly string[],
): readonly (readonly UsageTotals[])[] => {
  const { groups, groupOf } = groupCodes(blocks, [dimension]);
  const numbers = new Map(listed.map((value, number) => [value, number]));
  const seriesOfGroup = groups.map(([value = ""]) => numbers.get(value) ?? listed.length);
  const sums = createGroupedSums((listed.length + 1) * points.length);
  for (const [at, block] of blocks.entries()) {
    const point = pointAt(points, block.start);
    const placeOf = seriesOfGroup.map((series) => series * points.length + point);
    sums.add(
      block,
      (groupOf[at] ?? new Uint32Array()).map((group) => placeOf[group] ?? 0),
    );
  }
  return Array.from({ length: listed.length + 1 }, (_, series) =>
    points.map((_point, at) => sums.totals(series * points.length + at)),
  );
};

/**
 * The cells by hour or day, and apart for each of the dearest values of a dimension.
 *
 * @param points - the hours or days of the period, in order.
 * @param most - series; what is untagged is one beside them.
 */
export const trendOf = (
  blocks: readonly CellBlock[],
  points: readonly Period[],
  dimension: UsageDimension,
  most: number,
): Trend => {
  const { listed, other } = rank(groupBy(blocks, dimension), most);
  const values = listed.map(({ value }) => value);
  const all = seriesOf(blocks, points, dimension, values);
  const rest = all.at(-1) ?? [];
  return {
    total: points.map((_, at) => sumOf(all.flatMap((sums) => sums[at] ?? []))),
    series: listed.map((group, at) => ({ ...group, points: all[at] ?? [] })),
    other: other && { values: other.values.length, points: rest },
  };
};
