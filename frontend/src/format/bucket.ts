import { formatTime } from "./time";

export type Interval = "hour" | "day";

const weekdays = new Map<string, Intl.DateTimeFormat>();

const weekday = (at: number, timeZone: string): string => {
  const format =
    weekdays.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short" });
  weekdays.set(timeZone, format);
  return format.format(at);
};

/**
 * An hour or a day by the organization's clock, one wording for chart, tooltip and table:
 * "Tue 24 Nov", "24 Nov, 14:00".
 *
 * @param start - of the bucket, ISO text.
 */
export const formatBucket = (start: string, interval: Interval, timeZone: string): string => {
  const at = Date.parse(start);
  return interval === "day"
    ? `${weekday(at, timeZone)} ${formatTime(at, timeZone, "day")}`
    : `${formatTime(at, timeZone, "day")}, ${formatTime(at, timeZone, "minute")}`;
};

/** What stands below a bar: the day, or the time within it. */
export const formatTick = (start: string, interval: Interval, timeZone: string): string => {
  if (interval === "day") return formatTime(start, timeZone, "day");
  const time = formatTime(start, timeZone, "minute");
  return time === "00:00" ? formatTime(start, timeZone, "day") : time;
};
