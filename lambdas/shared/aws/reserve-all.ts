import type { LimitRefusal, Reservation } from "../../../core/ports/limit-store";
import type { BudgetCounter, BudgetShare } from "./budget-counter";

/** One budget that a request falls under. */
export type Budgeted = {
  readonly counter: BudgetCounter;
  /** In pUSD. */
  readonly most: bigint;
  readonly refusal: LimitRefusal;
};

/** Settles every share; one that can't be written keeps no other from it. */
const settleAll = async (shares: readonly BudgetShare[], actual: bigint): Promise<void> => {
  const settled = await Promise.allSettled(shares.map((share) => share.settle(actual)));
  const failed = settled.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
};

/** Reserves under every budget at once; if one refuses or fails, the others get their share back. */
export const reserveAll = async (
  budgeted: readonly Budgeted[],
  amount: bigint,
): Promise<Reservation | LimitRefusal> => {
  const answers = await Promise.allSettled(
    budgeted.map(({ counter, most }) => counter.reserve(amount, most)),
  );
  const shares = answers.flatMap((answer) =>
    answer.status === "fulfilled" && answer.value ? [answer.value] : [],
  );
  if (shares.length === budgeted.length) {
    return { settle: (actual) => settleAll(shares, BigInt(actual)) };
  }
  await settleAll(shares, 0n);
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed) throw failed.reason;
  const refusedAt = answers.findIndex(
    (answer) => answer.status === "fulfilled" && answer.value === undefined,
  );
  const refused = budgeted[refusedAt];
  if (!refused) throw new Error("a budget neither refused, failed nor granted");
  return refused.refusal;
};
