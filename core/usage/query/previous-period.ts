import { startOfLocalDay, startOfLocalHour } from "../time-zone";
import { daysOf, type Period } from "./calendar";

const hourMs = 3_600_000;

const isDayStart = (timeZone: string, at: number): boolean => startOfLocalDay(timeZone, at) === at;

/** The start of the day that is so many days of the zone before one. */
const daysBefore = (timeZone: string, dayStart: number, days: number): number => {
  let start = dayStart;
  for (let n = 0; n < days; n += 1) start = startOfLocalDay(timeZone, start - hourMs);
  return start;
};

/**
 * The period just before one: as many days where it is of whole days, which need not be as many
 * hours; else the same length.
 */
export const previousPeriod = (timeZone: string, period: Period): Period => {
  const { from, to } = period;
  if (isDayStart(timeZone, from) && isDayStart(timeZone, to)) {
    const days = daysOf(timeZone, period).length;
    return { from: daysBefore(timeZone, from, days), to: from };
  }
  return { from: startOfLocalHour(timeZone, from - (to - from)), to: from };
};
