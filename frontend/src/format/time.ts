import { offsetAt } from "../../../core/contract/time";

type Style = "time" | "minute" | "day" | "minuteOfDay" | "dayTime" | "full" | "date";

const styles: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  time: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  minute: { hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "short" },
  minuteOfDay: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "short", year: "numeric" },
  dayTime: {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  },
  full: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  },
};

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (style: Style, timeZone: string): Intl.DateTimeFormat => {
  const name = `${style} ${timeZone}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...styles[style], timeZone, hourCycle: "h23" });
  formats.set(name, made);
  return made;
};

/** An instant as a clock of a zone shows it: "24 Nov, 14:03:07". @param at - ISO text or ms. */
export const formatTime = (
  at: string | number,
  timeZone: string,
  style: Style = "dayTime",
): string => formatOf(style, timeZone).format(typeof at === "number" ? at : Date.parse(at));

/** "UTC+5:30" */
export const formatOffset = (timeZone: string, at: number): string => {
  const minutes = Math.round(offsetAt(timeZone, at) / 60_000);
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
};

/** "Asia/Kolkata (UTC+5:30)"; "UTC", which says it all. */
export const formatZone = (timeZone: string, at: number): string =>
  timeZone === "UTC" ? timeZone : `${timeZone} (${formatOffset(timeZone, at)})`;

/** The zone of whoever looks. */
export const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Hover text of a time: the organization's, the viewer's own and UTC. */
export const everyClock = (at: string | number, timeZone: string): string =>
  [...new Set([timeZone, viewerZone(), "UTC"])]
    .map((zone) => `${formatTime(at, zone, "full")} ${zone}`)
    .join("\n");
