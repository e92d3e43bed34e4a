import type { UsageDimension } from "../../contract/usage";
import type { CellBlock } from "../cells/cell-block";
import type { UsageTotals } from "../totals";
import { type Combination, combine, type Group, type Other, rank } from "./group-cells";
import { sumOf } from "./totals-sum";

/** One value with what it amounts to, and what it is made of; a leaf is made of nothing more. */
export type TreeNode = Group & TreeLevel;

export type TreeLevel = { readonly children: readonly TreeNode[]; readonly other: Other | null };

export type SpendTree = TreeLevel & { readonly totals: UsageTotals };

const gather = (
  leaves: readonly Combination[],
  depth: number,
): ReadonlyMap<string, readonly Combination[]> => {
  const parts = new Map<string, Combination[]>();
  for (const leaf of leaves) {
    const value = leaf.values[depth] ?? "";
    const part = parts.get(value);
    if (part) part.push(leaf);
    else parts.set(value, [leaf]);
  }
  return parts;
};

const nothing: TreeLevel = { children: [], other: null };

/** The level's groups; a level above is the sum of its own groups, so none is added up twice. */
const levelOf = (
  leaves: readonly Combination[],
  depth: number,
  [most = 0, ...mostBelow]: readonly number[],
): { readonly groups: readonly Group[]; readonly level: TreeLevel } => {
  if (mostBelow.length === 0) {
    const groups = leaves.map(({ values, totals }) => ({ value: values[depth] ?? "", totals }));
    const { listed, other } = rank(groups, most);
    return {
      groups,
      level: { children: listed.map((group) => ({ ...group, ...nothing })), other },
    };
  }
  const nodes = [...gather(leaves, depth)].map(([value, part]) => {
    const { groups, level } = levelOf(part, depth + 1, mostBelow);
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
  blocks: readonly CellBlock[],
  dimensions: readonly [UsageDimension, ...UsageDimension[]],
  most: readonly number[],
): SpendTree => growTree(combine(blocks, dimensions), most);

/** The tree of what was combined before: two trees of the same cells differ in `most` alone. */
export const growTree = (leaves: readonly Combination[], most: readonly number[]): SpendTree => {
  const { groups, level } = levelOf(leaves, 0, most);
  return { totals: sumOf(groups.map(({ totals }) => totals)), ...level };
};

/** How many values the tree lists. */
export const sizeOf = ({ children }: TreeLevel): number =>
  children.reduce((sum, child) => sum + 1 + sizeOf(child), 0);
