import { startOfLocalDay } from "../../../../core/contract/time";
import type { Range } from "../../state/period-range";

/**
 * The last so many whole days of a zone, up to today's start: what the simulator takes by itself.
 *
 * @param now - milliseconds since 1970 UTC.
 */
export const lastFullDays = (days: number, timeZone: string, now: number): Range => {
  const to = startOfLocalDay(timeZone, now);
  let from = to;
  // Day by day: some have 23 or 25 hours.
  for (let gone = 0; gone < days; gone += 1) from = startOfLocalDay(timeZone, from - 1);
  return { from, to };
};
