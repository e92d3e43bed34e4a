import { startOfLocalDay, startOfLocalHour } from "../../../core/contract/time";

export const periodNames = ["24h", "today", "7d", "month", "30d", "90d"] as const;
export type PeriodName = (typeof periodNames)[number];

export const periodLabels: Readonly<Record<PeriodName, string>> = {
  "24h": "Last 24 hours",
  today: "Today",
  "7d": "Last 7 days",
  month: "Month to date",
  "30d": "Last 30 days",
  "90d": "Last 90 days",
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export type Range = { readonly from: number; readonly to: number };

/** The start of the day that is `days` calendar days before an instant's. */
const daysBefore = (timeZone: string, at: number, days: number): number => {
  let start = startOfLocalDay(timeZone, at);
  // Day by day: some have 23 or 25 hours.
  for (let gone = 0; gone < days; gone += 1) start = startOfLocalDay(timeZone, start - 1);
  return start;
};

const startOfMonth = (timeZone: string, at: number): number => {
  const day = Number(new Intl.DateTimeFormat("en-US", { timeZone, day: "numeric" }).format(at));
  return daysBefore(timeZone, at, day - 1);
};

const startOf: Readonly<Record<PeriodName, (timeZone: string, now: number) => number>> = {
  "24h": (timeZone, now) => startOfLocalHour(timeZone, now - dayMs),
  today: startOfLocalDay,
  "7d": (timeZone, now) => daysBefore(timeZone, now, 6),
  month: startOfMonth,
  "30d": (timeZone, now) => daysBefore(timeZone, now, 29),
  "90d": (timeZone, now) => daysBefore(timeZone, now, 89),
};

/**
 * A named period as instants: whole hours of the zone's clock, up to the end of the running one, so
 * that its days are the zone's days.
 *
 * @param now - milliseconds since 1970 UTC.
 */
export const rangeOf = (name: PeriodName, timeZone: string, now: number): Range => ({
  from: startOf[name](timeZone, now),
  to: startOfLocalHour(timeZone, startOfLocalHour(timeZone, now) + hourMs),
});
