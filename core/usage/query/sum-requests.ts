import type { UsagePeriod, UsageReader } from "../../ports/usage-store";
import { totalsOf, type UsageTotals } from "../totals";
import type { UsageEvent } from "../usage-event";
import { eachRequest } from "./find-requests";
import { addTo, newSum, sumOf } from "./totals-sum";

const dayMs = 86_400_000;
const daysAtOnce = 8;

/**
 * What the requests that match amount to, by looking at every row of the period: some 30 µs each,
 * so that the caller must know that they are not too many.
 */
export const sumRequests = async (
  reader: Pick<UsageReader, "requests">,
  period: UsagePeriod,
  matches: (event: UsageEvent) => boolean,
): Promise<UsageTotals> => {
  const { organization, from, to } = period;
  const days = Array.from({ length: Math.ceil((to - from) / dayMs) }, (_, n) => ({
    organization,
    from: from + n * dayMs,
    to: Math.min(to, from + (n + 1) * dayMs),
  }));
  const sumDay = async (day: UsagePeriod): Promise<UsageTotals> => {
    const sum = newSum();
    for await (const event of eachRequest(reader, day)) {
      if (matches(event)) addTo(sum, totalsOf(event));
    }
    return sum;
  };
  const sums: UsageTotals[] = [];
  for (let first = 0; first < days.length; first += daysAtOnce) {
    sums.push(...(await Promise.all(days.slice(first, first + daysAtOnce).map(sumDay))));
  }
  return sumOf(sums);
};
