import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LRUCache } from "lru-cache";
import { type BudgetWindow, budgetDay, budgetMonth } from "../../../core/money/budget-window";
import type { Limits } from "../../../core/ports/access-store";
import type {
  LimitedBy,
  LimitRefusal,
  LimitStore,
  Reservation,
} from "../../../core/ports/limit-store";
import { type BudgetCounter, createBudgetCounter } from "./budget-counter";
import { createRateCounter, type RateCounter } from "./rate-counter";

export type LimitStoreOptions = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => number;
  /** Names this process among all that share the table. */
  readonly instance: string;
  /** Longer than any request can take: a lease this old belongs to a dead process. */
  readonly leaseMs: number;
};

type Budgeted = { readonly counter: BudgetCounter; readonly refusal: LimitRefusal };
type Rated = { readonly counter: RateCounter; readonly refusal: LimitRefusal };
type Scope = LimitRefusal["scope"];

const minuteMs = 60_000;
const picoPerMicro = 1_000_000n;
/** Counters outlive their window by this, for those who want to look. */
const keptMs = 7 * 24 * 60 * minuteMs;

const seconds = (ms: number) => Math.ceil(ms / 1_000);

/** Limits in the `limits` table: one item a scope and window, one `UpdateItem` a group of requests. */
export const createDynamoLimitStore = (options: LimitStoreOptions): LimitStore => {
  const { client, tableName, now } = options;
  // One counter object an item, so that all requests of this process share its group commit.
  const budgets = new LRUCache<string, BudgetCounter>({ max: 10_000 });
  const rates = new LRUCache<string, RateCounter>({ max: 10_000 });

  const budgetCounter = (pk: string, sk: string, limit: bigint, window: BudgetWindow) => {
    const name = `${pk}/${sk}/${limit}`;
    const counter =
      budgets.get(name) ??
      createBudgetCounter({
        ...options,
        pk,
        sk,
        limit,
        expiresAtSeconds: seconds(window.end + keptMs),
      });
    budgets.set(name, counter);
    return counter;
  };

  const budgetsOf = (pk: string, scope: Scope, { budget }: Limits, timeZone: string) => {
    const at = now();
    const found: Budgeted[] = [];
    const add = (
      limit: LimitRefusal["limit"],
      prefix: string,
      most: number | undefined,
      window: BudgetWindow,
    ) => {
      if (most === undefined) return;
      const sk = `${prefix}#${new Date(window.start).toISOString()}`;
      const counter = budgetCounter(pk, sk, BigInt(most) * picoPerMicro, window);
      found.push({ counter, refusal: { scope, limit, resetsAt: window.end } });
    };
    if (!budget) return found;
    add("daily-budget", "DAY", budget.dailyMicroUsd, budgetDay(timeZone, at));
    add("monthly-budget", "MONTH", budget.monthlyMicroUsd, budgetMonth(timeZone, at));
    return found;
  };

  const rateOf = (pk: string, scope: Scope, { requestsPerMinute }: Limits): Rated[] => {
    if (requestsPerMinute === undefined) return [];
    const minute = Math.floor(now() / minuteMs) * minuteMs;
    const sk = `RATE#${new Date(minute).toISOString()}`;
    const name = `${pk}/${sk}/${requestsPerMinute}`;
    const counter =
      rates.get(name) ??
      createRateCounter({
        client,
        tableName,
        pk,
        sk,
        limit: requestsPerMinute,
        expiresAtSeconds: seconds(minute + 10 * minuteMs),
      });
    rates.set(name, counter);
    return [
      { counter, refusal: { scope, limit: "requests-per-minute", resetsAt: minute + minuteMs } },
    ];
  };

  return {
    async reserve(by: LimitedBy, estimate) {
      const { organization, key, keyLimits, organizationLimits, timeZone } = by;
      const keyPk = `LIMIT#${organization}#key#${key}`;
      const organizationPk = `LIMIT#${organization}`;
      const rated = [
        ...rateOf(keyPk, "key", keyLimits),
        ...rateOf(organizationPk, "organization", organizationLimits),
      ];
      for (const { counter, refusal } of rated) if (!(await counter.admit())) return refusal;
      const budgeted = [
        ...budgetsOf(keyPk, "key", keyLimits, timeZone),
        ...budgetsOf(organizationPk, "organization", organizationLimits, timeZone),
      ];
      return reserveAll(budgeted, BigInt(estimate));
    },
  };
};

/** Reserves under every budget at once; if one refuses, the others get their share back. */
const reserveAll = async (
  budgeted: readonly Budgeted[],
  amount: bigint,
): Promise<Reservation | LimitRefusal> => {
  const granted = await Promise.all(budgeted.map(({ counter }) => counter.reserve(amount)));
  const settle = async (actual: bigint) => {
    await Promise.all(
      budgeted.flatMap(({ counter }, at) => (granted[at] ? [counter.settle(amount, actual)] : [])),
    );
  };
  const refusedAt = granted.indexOf(false);
  const refused = budgeted[refusedAt];
  if (!refused) return { settle: (actual) => settle(BigInt(actual)) };
  await settle(0n);
  return refused.refusal;
};
