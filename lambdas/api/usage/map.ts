import type { AnswerOf } from "../../../core/contract/operation";
import type { getMap } from "../../../core/contract/usage";
import { type Combination, combine } from "../../../core/usage/query/group-cells";
import { readCells } from "../../../core/usage/query/read-cells";
import {
  growTree,
  type SpendTree,
  sizeOf,
  type TreeNode,
} from "../../../core/usage/query/spend-tree";
import { toTotalsAnswer } from "../../../core/usage/query/to-totals-answer";
import type { Handler } from "../handler";
import { readAsk, toPeriodAnswer } from "./ask";
import { createLabels, type LabelOf } from "./labels";
import { toOtherAnswer } from "./other-answer";
import type { UsageParts } from "./parts";

type MapAnswer = AnswerOf<typeof getMap>;
type Customer = MapAnswer["children"][number];
type Feature = Customer["children"][number];

const levels = ["customer", "feature", "model"] as const;
/** The first is what is usual; where that is too much, fewer models stand by themselves. */
const mostOfEach = [
  [30, 30, 30],
  [30, 30, 5],
] as const;
/** Of some 400 bytes each: a function's answer is limited to 6 MB. */
const mostNodes = 9_000;

const treeOf = (leaves: readonly Combination[]): SpendTree => {
  const tree = growTree(leaves, mostOfEach[0]);
  return sizeOf(tree) <= mostNodes ? tree : growTree(leaves, mostOfEach[1]);
};

const leafOf = (
  { value, totals }: TreeNode,
  dimension: (typeof levels)[number],
  label: LabelOf,
) => ({
  value,
  label: label(dimension, value),
  totals: toTotalsAnswer(totals),
});

const featureOf = (node: TreeNode, label: LabelOf): Feature => ({
  ...leafOf(node, "feature", label),
  children: node.children.map((child) => leafOf(child, "model", label)),
  other: toOtherAnswer(node.other),
});

const customerOf = (node: TreeNode, label: LabelOf): Customer => ({
  ...leafOf(node, "customer", label),
  children: node.children.map((child) => featureOf(child, label)),
  other: toOtherAnswer(node.other),
});

/** Spend as a tree of customers, their features, and the models of these. */
export const createMap =
  (parts: UsageParts): Handler<typeof getMap> =>
  async ({ actor, query }) => {
    const ask = await readAsk(actor.organization, query, parts);
    const cells = await readCells(parts.usage, { ...ask, step: "day" });
    // No level of the tree is of keys: their names are not needed.
    const label = createLabels([]);
    const { totals, children, other } = treeOf(combine(cells, levels));
    return {
      period: toPeriodAnswer(ask.period, ask.timeZone),
      totals: toTotalsAnswer(totals),
      children: children.map((node) => customerOf(node, label)),
      other: toOtherAnswer(other),
      asOf: ask.asOf,
    };
  };
