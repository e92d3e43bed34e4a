import type { KeyAnswer } from "../../../../core/contract/keys";
import { formatUsdTotal } from "../../../../core/contract/money";

/** How much of one of a key's budgets is used. */
export type BudgetUse = {
  readonly window: "day" | "month";
  /** From 0; above 1: more than the budget. */
  readonly share: number;
  /** "$8.20 of $10.00 today" */
  readonly text: string;
  /** From 80%: in words, for whoever sees no color. */
  readonly warning: { readonly tone: "warning" | "danger"; readonly text: string } | undefined;
};

const warningAt = 0.8;
const picoPerMicro = 1_000_000n;

const warningOf = (share: number): BudgetUse["warning"] => {
  if (share >= 1) return { tone: "danger", text: "used up" };
  // Rounded down, so that 99.6% is not all of it.
  if (share >= warningAt) return { tone: "warning", text: `${Math.floor(share * 100)}% used` };
  return undefined;
};

const useOf = (
  window: BudgetUse["window"],
  spentPico: string,
  limitMicroUsd: number | null,
): readonly BudgetUse[] => {
  if (limitMicroUsd === null) return [];
  const limit = BigInt(limitMicroUsd) * picoPerMicro;
  const spent = BigInt(spentPico);
  const share = Number(spent) / Number(limit);
  const when = window === "day" ? "today" : "this month";
  return [
    {
      window,
      share,
      text: `${formatUsdTotal(spent)} of ${formatUsdTotal(limit)} ${when}`,
      warning: warningOf(share),
    },
  ];
};

/** A key's budgets, the day's first; none where it has none. */
export const budgetUse = ({ spend, budget }: KeyAnswer): readonly BudgetUse[] => [
  ...useOf("day", spend.day, budget.dailyMicroUsd),
  ...useOf("month", spend.month, budget.monthlyMicroUsd),
];
