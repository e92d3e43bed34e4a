import type { KeyId, OrganizationId } from "../../../core/ids";
import { budgetDay, budgetMonth } from "../../../core/money/budget-window";
import type { UsageCells } from "../../../core/ports/usage-cells";
import { groupBy } from "../../../core/usage/query/group-cells";
import { startOfLocalDay } from "../../../core/usage/time-zone";

/** pUSD of this day, of this month, and of the last 30 days, this one included. */
export type KeySpend = {
  readonly day: bigint;
  readonly month: bigint;
  readonly last30Days: bigint;
};

/** What each key spent, on the organization's calendar; keys that spent nothing are left out. */
export type KeySpends = (
  organization: OrganizationId,
  timeZone: string,
  now: number,
) => Promise<ReadonlyMap<KeyId, KeySpend>>;

export const noSpend: KeySpend = { day: 0n, month: 0n, last30Days: 0n };

const dayMs = 86_400_000;

/** Noon is the same day whatever the clocks did meanwhile. */
const startOf30Days = (timeZone: string, day: number): number =>
  startOfLocalDay(timeZone, day + dayMs / 2 - 29 * dayMs);

/** By one read of the days' cells. */
export const createKeySpends =
  (usage: Pick<UsageCells, "cells">): KeySpends =>
  async (organization, timeZone, now) => {
    const day = budgetDay(timeZone, now);
    const month = budgetMonth(timeZone, now);
    const thirty = startOf30Days(timeZone, day.start);
    const from = Math.min(month.start, thirty);
    const blocks = await usage.cells({ organization, from, to: day.end }, "day");
    const spends = new Map<KeyId, KeySpend>();
    const sumSince = (begin: number, name: keyof KeySpend): void => {
      const since = blocks.filter(({ start }) => start >= begin);
      for (const { value, totals } of groupBy(since, "key")) {
        const key = value as KeyId;
        spends.set(key, { ...noSpend, ...spends.get(key), [name]: totals.cost });
      }
    };
    sumSince(day.start, "day");
    sumSince(month.start, "month");
    sumSince(thirty, "last30Days");
    return spends;
  };
