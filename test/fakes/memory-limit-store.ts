import { budgetDay, budgetMonth } from "../../core/money/budget-window";
import type { Limits } from "../../core/ports/access-store";
import type { LimitRefusal, LimitStore } from "../../core/ports/limit-store";

type Counter = { committed: bigint; used: number; readonly leases: Set<Lease> };
type Lease = { readonly amount: bigint; until: number };
type Rule = {
  readonly counter: Counter;
  readonly most: bigint;
  readonly refusal: LimitRefusal;
};

const minuteMs = 60_000;

/** All that limit stores of several processes share, in one map. */
export const createMemoryLimits = (now: () => number, leaseMs: number) => {
  const counters = new Map<string, Counter>();
  const counterOf = (name: string): Counter => {
    const known = counters.get(name) ?? { committed: 0n, used: 0, leases: new Set() };
    counters.set(name, known);
    return known;
  };

  const budgetsOf = (
    owner: string,
    scope: LimitRefusal["scope"],
    { budget }: Limits,
    timeZone: string,
  ): Rule[] => {
    const rule = (limit: LimitRefusal["limit"], microUsd: number | undefined): Rule[] => {
      if (microUsd === undefined) return [];
      const window = (limit === "daily-budget" ? budgetDay : budgetMonth)(timeZone, now());
      return [
        {
          counter: counterOf(`${owner} ${limit} ${window.start}`),
          most: BigInt(microUsd) * 1_000_000n,
          refusal: { scope, limit, resetsAt: window.end },
        },
      ];
    };
    return [
      ...rule("daily-budget", budget?.dailyMicroUsd),
      ...rule("monthly-budget", budget?.monthlyMicroUsd),
    ];
  };

  const ratesOf = (
    owner: string,
    scope: LimitRefusal["scope"],
    { requestsPerMinute }: Limits,
  ): Rule[] => {
    if (requestsPerMinute === undefined) return [];
    const minute = Math.floor(now() / minuteMs) * minuteMs;
    const refusal = { scope, limit: "requests-per-minute", resetsAt: minute + minuteMs } as const;
    return [{ counter: counterOf(`${owner} ${minute}`), most: BigInt(requestsPerMinute), refusal }];
  };

  const fits = ({ counter, most }: Rule, amount: bigint): boolean => {
    if (counter.committed + amount <= most) return true;
    for (const lease of counter.leases) {
      if (lease.until >= now()) continue;
      counter.leases.delete(lease);
      counter.committed -= lease.amount;
    }
    return counter.committed + amount <= most;
  };

  const open = (): LimitStore => ({
    reserve: async (by, estimate) => {
      const { organization, key, keyLimits, organizationLimits, timeZone } = by;
      const ofKey = `${organization} ${key}`;
      const rates = [
        ...ratesOf(ofKey, "key", keyLimits),
        ...ratesOf(organization, "organization", organizationLimits),
      ];
      const budgets = [
        ...budgetsOf(ofKey, "key", keyLimits, timeZone),
        ...budgetsOf(organization, "organization", organizationLimits, timeZone),
      ];
      const amount = BigInt(estimate);
      const refused =
        rates.find(({ counter, most }) => BigInt(counter.used) >= most) ??
        budgets.find((rule) => !fits(rule, amount));
      if (refused) return refused.refusal;
      for (const { counter } of rates) counter.used += 1;
      const held = budgets.map(({ counter }) => {
        const lease = { amount, until: now() + leaseMs };
        counter.committed += amount;
        counter.leases.add(lease);
        return { counter, lease };
      });
      return {
        settle: async (actual) => {
          for (const { counter, lease } of held) {
            // A lease that was given back has nothing left to release.
            const released = counter.leases.delete(lease) ? amount : 0n;
            counter.committed += BigInt(actual) - released;
          }
        },
      };
    },
  });
  return { open };
};
