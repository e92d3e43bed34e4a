import type { AnswerOf } from "../../../../../core/contract/operation";
import type { getMap, TotalsAnswer } from "../../../../../core/contract/usage";

export type MapAnswer = AnswerOf<typeof getMap>;

export const levels = ["customer", "feature", "model"] as const;
export type LevelName = (typeof levels)[number];

/** Which customer, and which of its features, one looks into. */
export type MapPath = readonly [] | readonly [customer: string] | readonly [string, string];

/** One tile, or one row. */
export type MapEntry = {
  /** As filters take it; empty: untagged. */
  readonly value: string;
  readonly label: string;
  readonly totals: TotalsAnswer;
};

export type MapLevel = {
  readonly name: LevelName;
  /** What was gone through, from "All" on. */
  readonly steps: readonly string[];
  readonly totals: TotalsAnswer;
  /** The largest first. */
  readonly entries: readonly MapEntry[];
  readonly other: { readonly values: number; readonly totals: TotalsAnswer } | null;
};

/**
 * The path that filters amount to: one customer is looked into, and one feature of it. Several of
 * them side by side are looked at from above.
 */
export const pathOf = (customers: readonly string[], features: readonly string[]): MapPath => {
  const [customer, feature] = [customers[0], features[0]];
  if (customers.length !== 1 || customer === undefined) return [];
  return features.length !== 1 || feature === undefined ? [customer] : [customer, feature];
};

const untagged = (value: string): string => (value === "" ? "Untagged" : value);

/** What is to be seen at a path; undefined: the tree does not hold it. */
export const levelAt = (map: MapAnswer, path: MapPath): MapLevel | undefined => {
  const [customer, feature] = path;
  const steps = ["All", ...path.map(untagged)];
  const name = levels[path.length];
  if (customer === undefined) {
    return { name, steps, totals: map.totals, entries: map.children, other: map.other };
  }
  const ofCustomer = map.children.find(({ value }) => value === customer);
  const node =
    feature === undefined
      ? ofCustomer
      : ofCustomer?.children.find(({ value }) => value === feature);
  return node && { name, steps, totals: node.totals, entries: node.children, other: node.other };
};
