import { startOfLocalDay } from "../usage/time-zone";

/** A budget's day or month in an organization's time zone; milliseconds since 1970 UTC. */
export type BudgetWindow = {
  readonly start: number;
  /** The first instant of the next one. */
  readonly end: number;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const formats = new Map<string, Intl.DateTimeFormat>();

const dayOfMonth = (timeZone: string, at: number): number => {
  const known = formats.get(timeZone);
  const format =
    known ?? new Intl.DateTimeFormat("en-US", { timeZone, calendar: "iso8601", day: "numeric" });
  if (!known) formats.set(timeZone, format);
  return Number(format.format(at));
};

/** The calendar day that holds an instant; 23 to 25 hours long. */
export const budgetDay = (timeZone: string, at: number): BudgetWindow => {
  const start = startOfLocalDay(timeZone, at);
  // Thirty hours on is within the next day, however long this one is.
  return { start, end: startOfLocalDay(timeZone, start + 30 * hourMs) };
};

const startOfMonth = (timeZone: string, at: number): number => {
  const day = startOfLocalDay(timeZone, at);
  // Half a day on is safe from the hours that clock changes in between add or take.
  const first = day - (dayOfMonth(timeZone, at) - 1) * dayMs + dayMs / 2;
  return startOfLocalDay(timeZone, first);
};

/** The calendar month that holds an instant. */
export const budgetMonth = (timeZone: string, at: number): BudgetWindow => {
  const start = startOfMonth(timeZone, at);
  return { start, end: startOfMonth(timeZone, start + 33 * dayMs) };
};
