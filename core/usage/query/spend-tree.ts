import type { UsageDimension } from "../../contract/usage";
import type { UsageTotals } from "../totals";
import { dimensionValue } from "./dimension-filter";
import { type Group, groupBy, type Other, rank } from "./group-cells";
import type { Cell } from "./read-cells";
import { sumOf } from "./totals-sum";

/** One value with what it amounts to, and what it is made of; a leaf is made of nothing more. */
export type TreeNode = Group & TreeLevel;

export type TreeLevel = { readonly children: readonly TreeNode[]; readonly other: Other | null };

export type SpendTree = TreeLevel & { readonly totals: UsageTotals };

const gather = (
  cells: readonly Cell[],
  dimension: UsageDimension,
): ReadonlyMap<string, readonly Cell[]> => {
  const parts = new Map<string, Cell[]>();
  for (const cell of cells) {
    const value = dimensionValue(cell.dimensions, dimension);
    const part = parts.get(value);
    if (part) part.push(cell);
    else parts.set(value, [cell]);
  }
  return parts;
};

const nothing: TreeLevel = { children: [], other: null };

/** The level's groups; a level above is the sum of its own groups, so none is added up twice. */
const levelOf = (
  cells: readonly Cell[],
  [dimension, ...below]: readonly UsageDimension[],
  [most = 0, ...mostBelow]: readonly number[],
): { readonly groups: readonly Group[]; readonly level: TreeLevel } => {
  if (dimension === undefined) return { groups: [], level: nothing };
  if (below.length === 0) {
    const groups = groupBy(cells, dimension);
    const { listed, other } = rank(groups, most);
    return {
      groups,
      level: { children: listed.map((group) => ({ ...group, ...nothing })), other },
    };
  }
  const nodes = [...gather(cells, dimension)].map(([value, part]) => {
    const { groups, level } = levelOf(part, below, mostBelow);
    return { value, totals: sumOf(groups.map(({ totals }) => totals)), ...level };
  });
  const byValue = new Map(nodes.map((node) => [node.value, node]));
  const { listed, other } = rank(nodes, most);
  const children = listed.flatMap(({ value }) => byValue.get(value) ?? []);
  return { groups: nodes, level: { children, other } };
};

/**
 * The cells as a tree of dimensions: of each level the dearest, and the rest as one.
 *
 * @param most - of each level, in their order; what is untagged is listed beside them.
 */
export const spendTree = (
  cells: readonly Cell[],
  dimensions: readonly UsageDimension[],
  most: readonly number[],
): SpendTree => {
  const { groups, level } = levelOf(cells, dimensions, most);
  return { totals: sumOf(groups.map(({ totals }) => totals)), ...level };
};

/** How many values the tree lists. */
export const sizeOf = ({ children }: TreeLevel): number =>
  children.reduce((sum, child) => sum + 1 + sizeOf(child), 0);
