import type { UsageDimension } from "../../contract/usage";
import type { CellBlock } from "../cells/cell-block";
import { groupCodes } from "../cells/group-codes";
import { createGroupedSums } from "../cells/grouped-sums";
import type { UsageTotals } from "../totals";
import { sumOf } from "./totals-sum";

/** One value of a dimension with what it amounts to; the empty one: untagged, or none. */
export type Group = { readonly value: string; readonly totals: UsageTotals };

/** What cells of the same values amount to; the values stand in the order of the dimensions. */
export type Combination = { readonly values: readonly string[]; readonly totals: UsageTotals };

/** What is not listed by itself, with how many values it is. */
export type Other = { readonly values: readonly string[]; readonly totals: UsageTotals };

export type Ranked = { readonly listed: readonly Group[]; readonly other: Other | null };

/** The dearest first; what costs the same by requests, and then by name, so that none jumps. */
const dearerFirst = (a: Group, b: Group): number => {
  if (a.totals.cost !== b.totals.cost) return a.totals.cost < b.totals.cost ? 1 : -1;
  if (a.totals.requests !== b.totals.requests)
    return a.totals.requests < b.totals.requests ? 1 : -1;
  return a.value < b.value ? -1 : 1;
};

/** The cells' sums by the values of several dimensions, in no order. */
export const combine = (
  blocks: readonly CellBlock[],
  dimensions: readonly [UsageDimension, ...UsageDimension[]],
): readonly Combination[] => {
  const { groups, groupOf } = groupCodes(blocks, dimensions);
  const sums = createGroupedSums(groups.length);
  for (const [at, block] of blocks.entries()) sums.add(block, groupOf[at] ?? new Uint32Array());
  return groups.map((values, group) => ({ values, totals: sums.totals(group) }));
};

/** The cells' sums by the values of a dimension, in no order. */
export const groupBy = (
  blocks: readonly CellBlock[],
  dimension: UsageDimension,
): readonly Group[] =>
  combine(blocks, [dimension]).map(({ values: [value = ""], totals }) => ({ value, totals }));

/** The dearest by themselves and the rest as one; what is untagged is listed always, beside them. */
export const rank = (groups: readonly Group[], most: number): Ranked => {
  const ordered = [...groups].sort(dearerFirst);
  const listed = ordered.filter(({ value }, at) => at < most || value === "");
  const rest = ordered.filter(({ value }, at) => at >= most && value !== "");
  if (rest.length === 0) return { listed, other: null };
  const totals = sumOf(rest.map((group) => group.totals));
  return { listed, other: { values: rest.map(({ value }) => value), totals } };
};
