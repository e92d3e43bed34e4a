import type { KeyId, OrganizationId } from "../../../core/ids";
import { budgetDay, budgetMonth } from "../../../core/money/budget-window";
import type { UsageReader } from "../../../core/ports/usage-store";
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

/** By one read of the days' totals. */
export const createKeySpends =
  (usage: Pick<UsageReader, "totals">): KeySpends =>
  async (organization, timeZone, now) => {
    const day = budgetDay(timeZone, now);
    const month = budgetMonth(timeZone, now);
    const thirty = startOf30Days(timeZone, day.start);
    const from = Math.min(month.start, thirty);
    const buckets = await usage.totals({ organization, from, to: day.end }, "day");
    const spends = new Map<KeyId, KeySpend>();
    for (const { start, dimensions, totals } of buckets) {
      if (dimensions === null) continue;
      const key = dimensions.key as KeyId;
      const known = spends.get(key) ?? noSpend;
      const since = (begin: number): bigint => (start >= begin ? totals.cost : 0n);
      spends.set(key, {
        day: known.day + since(day.start),
        month: known.month + since(month.start),
        last30Days: known.last30Days + since(thirty),
      });
    }
    return spends;
  };
