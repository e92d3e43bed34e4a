import type { UsageDimension } from "../../contract/usage";
import type { UsageTotals } from "../totals";
import type { Period } from "./calendar";
import { dimensionValue } from "./dimension-filter";
import { type Group, groupBy, rank } from "./group-cells";
import type { Cell } from "./read-cells";
import { addTo, newSum, sumOf, type TotalsSum } from "./totals-sum";

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

const sumsOf = (points: readonly Period[]): readonly TotalsSum[] => points.map(newSum);

/** The cells by hour or day; what is empty is there as nothing. */
export const pointsOf = (
  cells: readonly Cell[],
  points: readonly Period[],
): readonly UsageTotals[] => {
  const sums = sumsOf(points);
  for (const { start, totals } of cells) {
    const sum = sums[pointAt(points, start)];
    if (sum) addTo(sum, totals);
  }
  return sums;
};

/**
 * The cells by hour or day, and apart for each of the dearest values of a dimension.
 *
 * @param points - the hours or days of the period, in order.
 * @param most - series; what is untagged is one beside them.
 */
export const trendOf = (
  cells: readonly Cell[],
  points: readonly Period[],
  dimension: UsageDimension,
  most: number,
): Trend => {
  const { listed, other } = rank(groupBy(cells, dimension), most);
  const rest = sumsOf(points);
  const byValue = new Map(listed.map(({ value }) => [value, sumsOf(points)]));
  for (const { start, dimensions, totals } of cells) {
    const sums = byValue.get(dimensionValue(dimensions, dimension)) ?? rest;
    const sum = sums[pointAt(points, start)];
    if (sum) addTo(sum, totals);
  }
  const series = listed.map((group) => ({ ...group, points: byValue.get(group.value) ?? [] }));
  const all = [...byValue.values(), rest];
  return {
    total: points.map((_, at) => sumOf(all.flatMap((sums) => sums[at] ?? []))),
    series,
    other: other && { values: other.values.length, points: rest },
  };
};
