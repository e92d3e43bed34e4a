import { createPace } from "../pace";
import type { BudgetCounter, BudgetShare } from "./budget-counter";

export type ReadySharesOptions = {
  readonly now: () => number;
  /** Called after a while in which nothing was reserved; lent so that no timer outlives a test. */
  readonly afterIdle: (idle: () => void) => void;
};

type Ready = { readonly share: BudgetShare; readonly amount: bigint; readonly limit: bigint };

/** A busy process sets aside what it will need within this time, */
const aheadMs = 200;
/** but never for so few requests that waiting for each costs less, */
const fewest = 4;
/** nor for so many that other processes would miss it: */
const most = 256;
/** all together at most this part of the budget, */
const partOfBudget = 200n;
/** and nothing ahead once nine tenths of it are committed: the rest is given out one by one. */
const aheadOf = (limit: bigint): bigint => (limit * 9n) / 10n;

/**
 * Reserves ahead for a process with a steady stream of requests: they find a share ready and do not
 * wait for the store. Shares are set aside in the counter like any other, so no budget is overrun;
 * those that nobody took are given back once the process falls idle. A process with a request now
 * and then reserves for each.
 */
export const createReadyShares = (
  counter: BudgetCounter,
  { now, afterIdle }: ReadySharesOptions,
): BudgetCounter => {
  const pace = createPace(now);
  let ready: Ready[] = [];
  let refilling = false;

  const giveBack = (shares: readonly Ready[]): void => {
    // One that can't be given back now goes with the next write, or with the lease.
    for (const { share } of shares) share.settle(0n).catch(() => undefined);
  };

  const refill = async (amount: bigint, limit: bigint): Promise<void> => {
    const wanted = Math.min(most, pace.within(aheadMs));
    if (refilling || wanted < fewest || ready.length > wanted / 2) return;
    if (BigInt(wanted) * amount > limit / partOfBudget) return;
    refilling = true;
    const asked = Array.from({ length: wanted }, () => counter.reserve(amount, aheadOf(limit)));
    for (const answer of await Promise.allSettled(asked)) {
      if (answer.status !== "fulfilled" || !answer.value) continue;
      ready.push({ share: answer.value, amount, limit });
    }
    refilling = false;
    afterIdle(() => {
      giveBack(ready);
      ready = [];
    });
  };

  const take = (amount: bigint, limit: bigint): Ready | undefined => {
    const at = ready.findIndex((one) => one.limit === limit && one.amount >= amount);
    return at < 0 ? undefined : ready.splice(at, 1)[0];
  };

  return {
    async reserve(amount, limit) {
      pace.note();
      const taken = take(amount, limit);
      const share = taken ? taken.share : await counter.reserve(amount, limit);
      // A little more than this one needs, so that the next fits as well.
      if (share) void refill(amount + amount / 4n, limit);
      return share;
    },
  };
};
