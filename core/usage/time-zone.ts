const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Since 1973 every change of an offset, in every zone, fell on a quarter of an hour of UTC. */
const quarterMs = 15 * minuteMs;
/** Quarters remembered per zone: a year of hours and days costs no more than this. */
const rememberedQuarters = 20_000;

type Zone = { readonly format: Intl.DateTimeFormat; readonly offsets: Map<number, number> };

// A formatter takes some 50 µs to make and 3 µs to ask; the recorder asks for every event.
const zones = new Map<string, Zone>();

const zoneOf = (timeZone: string): Zone => {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const zone = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
};

const readOffset = (format: Intl.DateTimeFormat, at: number): number => {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - at;
};

/** Local time minus UTC at an instant, in milliseconds. */
export const offsetAt = (timeZone: string, at: number): number => {
  const { format, offsets } = zoneOf(timeZone);
  const quarter = Math.floor(at / quarterMs) * quarterMs;
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = readOffset(format, quarter);
  if (offsets.size >= rememberedQuarters) offsets.clear();
  offsets.set(quarter, offset);
  return offset;
};

/** The instant in (before, at] from which the offset is what it is at `at`. */
const changeBetween = (timeZone: string, before: number, at: number): number => {
  const offset = offsetAt(timeZone, at);
  let low = Math.floor(before / quarterMs);
  let high = Math.floor(at / quarterMs);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle * quarterMs) === offset) high = middle;
    else low = middle;
  }
  return high * quarterMs;
};

/** Whether the runtime knows the IANA name. */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    zoneOf(timeZone);
    return true;
  } catch {
    return false;
  }
};

/**
 * The start of the zone's clock hour that holds an instant. Where clocks change within an hour
 * (Lord Howe Island, by 30 minutes) the piece after the change begins at the change, so that
 * hours follow each other without gap or overlap.
 *
 * @param at - milliseconds since 1970 UTC, 1973 or later.
 * @returns milliseconds since 1970 UTC.
 * @throws RangeError for an unknown zone.
 */
export const startOfLocalHour = (timeZone: string, at: number): number => {
  const offset = offsetAt(timeZone, at);
  const start = Math.floor((at + offset) / hourMs) * hourMs - offset;
  return offsetAt(timeZone, start) === offset ? start : changeBetween(timeZone, start, at);
};

/**
 * The first instant of the zone's calendar day that holds an instant: midnight, or the moment
 * after it where clocks skip midnight. Days have 23, 24 or 25 hours.
 *
 * @param at - milliseconds since 1970 UTC, 1973 or later.
 * @returns milliseconds since 1970 UTC.
 * @throws RangeError for an unknown zone.
 */
export const startOfLocalDay = (timeZone: string, at: number): number => {
  const offset = offsetAt(timeZone, at);
  const wallMidnight = Math.floor((at + offset) / dayMs) * dayMs;
  const start = wallMidnight - offset;
  // One look before the start: where clocks go back onto midnight, the day began the first time.
  const offsetBefore = offsetAt(timeZone, start - 1);
  if (offsetBefore === offset) return start;
  const change = changeBetween(timeZone, start - 1, at);
  return Math.min(wallMidnight - offsetBefore, change);
};
