import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LRUCache } from "lru-cache";
import { type BudgetWindow, budgetDay, budgetMonth } from "../../../core/money/budget-window";
import type { Limits } from "../../../core/ports/access-store";
import {
  isRefusal,
  type LimitedBy,
  type LimitRefusal,
  type LimitStore,
} from "../../../core/ports/limit-store";
import { debounced } from "../debounced";
import { type BudgetCounter, createBudgetCounter } from "./budget-counter";
import { createRateCounter, type RateCounter } from "./rate-counter";
import { createReadyShares } from "./ready-shares";
import { rememberWindows } from "./remember-windows";
import { type Budgeted, reserveAll } from "./reserve-all";

export type LimitStoreOptions = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => number;
  /** Names this process among all that share the table. */
  readonly instance: string;
  /** Longer than any request can take: a lease this old belongs to a dead process. */
  readonly leaseMs: number;
  readonly sleep: (delayMs: number) => Promise<unknown>;
};

type Rated = { readonly counter: RateCounter; readonly refusal: LimitRefusal };
type Scope = LimitRefusal["scope"];

const minuteMs = 60_000;
const picoPerMicro = 1_000_000n;
/** Counters outlive their window by this, for those who want to look. */
const keptMs = 7 * 24 * 60 * minuteMs;

/** After this long without a reservation, shares that were set aside ahead are given back. */
const idleMs = 1_000;

const seconds = (ms: number) => Math.ceil(ms / 1_000);

/** Limits in the `limits` table: one item a scope and window, one `UpdateItem` a group of requests. */
export const createDynamoLimitStore = (options: LimitStoreOptions): LimitStore => {
  const { client, tableName, now } = options;
  // One counter object an item, so that all requests of this process share its group commit.
  const budgets = new LRUCache<string, BudgetCounter>({ max: 10_000 });
  const rates = new LRUCache<string, RateCounter>({ max: 10_000 });

  let counters = 0;
  const budgetCounter = (pk: string, sk: string, window: BudgetWindow) => {
    const name = `${pk}/${sk}`;
    const known = budgets.get(name);
    if (known) return known;
    // A counter that was dropped may still be settled: the next one for its item keeps a lease apart.
    counters += 1;
    const exact = createBudgetCounter({
      ...options,
      holder: `${options.instance}.${counters}`,
      pk,
      sk,
      expiresAtSeconds: seconds(window.end + keptMs),
    });
    const counter = createReadyShares(exact, { now, afterIdle: debounced(idleMs) });
    budgets.set(name, counter);
    return counter;
  };

  const windowOf = rememberWindows();
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
      found.push({
        counter: budgetCounter(pk, sk, window),
        most: BigInt(most) * picoPerMicro,
        refusal: { scope, limit, resetsAt: window.end },
      });
    };
    if (!budget) return found;
    add("daily-budget", "DAY", budget.dailyMicroUsd, windowOf(budgetDay, timeZone, at));
    add("monthly-budget", "MONTH", budget.monthlyMicroUsd, windowOf(budgetMonth, timeZone, at));
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
        now,
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
      const admitted: RateCounter[] = [];
      const giveBack = () => Promise.all(admitted.map((counter) => counter.giveBack()));
      for (const { counter, refusal } of rated) {
        if (await counter.admit()) admitted.push(counter);
        else {
          await giveBack();
          return refusal;
        }
      }
      const budgeted = [
        ...budgetsOf(keyPk, "key", keyLimits, timeZone),
        ...budgetsOf(organizationPk, "organization", organizationLimits, timeZone),
      ];
      let granted = false;
      try {
        const answer = await reserveAll(budgeted, BigInt(estimate));
        granted = !isRefusal(answer);
        return answer;
      } finally {
        if (!granted) await giveBack();
      }
    },
  };
};
