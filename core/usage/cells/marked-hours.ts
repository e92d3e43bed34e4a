import type { DayMark } from "../day-mark";

/** An hour that holds requests. */
export type MarkedHour = {
  /** Milliseconds since 1970 UTC at which it begins. */
  readonly start: number;
  /** Of all days together. */
  readonly requests: number;
  /** The day that all of them are of; absent where two zones' days share the hour. */
  readonly day?: DayMark;
};

/** Whether a day's hours hold all of its requests. */
export const tellsHours = ({ requests, hours }: DayMark): boolean =>
  requests === [...hours.values()].reduce((sum, some) => sum + some, 0);

/** The hours of some days by their start, oldest first. */
export const markedHours = (marks: readonly DayMark[]): ReadonlyMap<number, MarkedHour> => {
  const found = new Map<number, MarkedHour>();
  for (const day of marks) {
    for (const [start, requests] of day.hours) {
      const known = found.get(start);
      found.set(
        start,
        known ? { start, requests: known.requests + requests } : { start, requests, day },
      );
    }
  }
  return new Map([...found].sort(([a], [b]) => a - b));
};
