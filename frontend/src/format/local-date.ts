import { startOfLocalDay } from "../../../core/contract/time";

const hourMs = 3_600_000;

const dates = new Map<string, Intl.DateTimeFormat>();

/** The date that a zone's clock shows at an instant: "2026-11-24". */
export const dateAt = (timeZone: string, at: number): string => {
  const known = dates.get(timeZone);
  // Canada writes dates as ISO does.
  const format = known ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  if (!known) dates.set(timeZone, format);
  return format.format(at);
};

/** When the zone's day of "2026-11-24" begins; undefined: it is no date. */
export const startOfDate = (timeZone: string, date: string): number | undefined => {
  const noon = Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(noon)) return undefined;
  // At +13 or -12 noon in UTC lies on a neighboring day.
  const at = [noon, noon - 12 * hourMs, noon + 12 * hourMs].find(
    (one) => dateAt(timeZone, one) === date,
  );
  return at === undefined ? undefined : startOfLocalDay(timeZone, at);
};

/** When the zone's day of "2026-11-24" is over: the first instant of the next one. */
export const endOfDate = (timeZone: string, date: string): number | undefined => {
  const start = startOfDate(timeZone, date);
  // A day has 23 to 25 hours, so that 26 later it is the next one.
  return start === undefined ? undefined : startOfLocalDay(timeZone, start + 26 * hourMs);
};
