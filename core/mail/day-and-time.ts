/**
 * An instant as a letter names it: "24 Nov 2026, 14:03 (Europe/Berlin)".
 *
 * @param at - milliseconds since 1970 UTC.
 * @param timeZone - an IANA name.
 */
export const dayAndTime = (at: number, timeZone: string): string => {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  return `${part("day")} ${part("month")} ${part("year")}, ${part("hour")}:${part("minute")} (${timeZone})`;
};
