import { createGroupCommit } from "../group-commit";
import { type BudgetItem, type BudgetLeaseOptions, createBudgetLease } from "./budget-lease";

/** One budget of one window; reserving and settling of many requests share one `UpdateItem`. */
export type BudgetCounter = {
  /** Sets all of `amount` (pUSD) aside under `limit`, or nothing: undefined. */
  reserve(amount: bigint, limit: bigint): Promise<BudgetShare | undefined>;
};

/** What was set aside; to be settled once, with what was spent in pUSD. */
export type BudgetShare = { settle(actual: bigint): Promise<void> };

/** `lease` counts the leases of this counter: what an older one held was given back already. */
type Reserve = { readonly kind: "reserve"; readonly amount: bigint; readonly limit: bigint };
type Settle = {
  readonly kind: "settle";
  readonly amount: bigint;
  readonly actual: bigint;
  readonly lease: number;
};
type Change = Reserve | Settle;

/** Each failed write means that another process changed the item; so many in a row are refused. */
const mostTries = 12;

const settleRestMs = 100;

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
const isReserve = (change: Change): change is Reserve => change.kind === "reserve";
const isSettle = (change: Change): change is Settle => change.kind === "settle";

/** Of the reservations, in order, those that fit beside what is committed. */
const fitting = (reserves: readonly Reserve[], committed: bigint): readonly Reserve[] => {
  let total = committed;
  return reserves.filter(({ amount, limit }) => {
    if (total + amount > limit) return false;
    total += amount;
    return true;
  });
};

const committedOf = (item: BudgetItem): bigint => BigInt(item.committed?.N ?? "0");

/** All of these at once keep to every limit as long as no more than this is committed before. */
const mostBefore = (reserves: readonly Reserve[]): bigint => {
  let total = 0n;
  let most: bigint | undefined;
  for (const { amount, limit } of reserves) {
    total += amount;
    if (most === undefined || limit - total < most) most = limit - total;
  }
  return most ?? 0n;
};

export const createBudgetCounter = (options: BudgetLeaseOptions): BudgetCounter => {
  const lease = createBudgetLease(options);
  let leases = 0;
  // What could not be written is written with the next group: a spent amount is never forgotten.
  let owed: readonly Settle[] = [];

  /** Answers with the lease that holds each reservation; undefined where it was refused. */
  const commit = async (changes: readonly Change[]): Promise<readonly (number | undefined)[]> => {
    const reserves = changes.filter(isReserve);
    let wanted = fitting(reserves, 0n);
    for (let tries = 1; ; tries += 1) {
      const settles = [...owed, ...changes.filter(isSettle)];
      const released = sum(settles.flatMap((one) => (one.lease === leases ? [one.amount] : [])));
      const settled = sum(settles.map(({ actual }) => actual)) - released;
      if (wanted.length === 0 && settles.length === 0) break;
      const added = sum(wanted.map(({ amount }) => amount));
      const outcome = await lease
        .write({
          net: settled + added,
          held: lease.held() - released + added,
          ...(wanted.length > 0 && { most: mostBefore(wanted) - settled }),
        })
        .catch((error: unknown) => {
          owed = settles;
          throw error;
        });
      if (outcome.kind === "written") {
        owed = [];
        break;
      }
      if (outcome.kind === "lost") {
        leases += 1;
        if (outcome.lateArrival) owed = [];
      } else if (tries >= mostTries) {
        wanted = [];
      } else if (!(await lease.reclaim(outcome.item))) {
        wanted = fitting(reserves, committedOf(outcome.item) + settled);
      }
    }
    const granted = new Set<Change>(wanted);
    return changes.map((change) => (granted.has(change) ? leases : undefined));
  };

  const join = createGroupCommit(commit);
  // Nobody waits for a settlement's answer: those that follow each other closely share a write.
  const settleTogether = createGroupCommit<Settle, unknown>(
    (settles) => Promise.all(settles.map(join)),
    { ...options, restMs: settleRestMs },
  );
  return {
    async reserve(amount, limit) {
      const heldBy = await join({ kind: "reserve", amount, limit });
      if (heldBy === undefined) return undefined;
      return {
        async settle(actual) {
          await settleTogether({ kind: "settle", amount, actual, lease: heldBy });
        },
      };
    },
  };
};
