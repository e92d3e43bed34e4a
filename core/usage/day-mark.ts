import type { OrganizationId } from "../ids";
import { startOfLocalDay, startOfLocalHour } from "./time-zone";
import type { UsageEvent } from "./usage-event";

/**
 * How many requests an organization's day holds, on the clock of each request's zone. It grows with
 * every request, however late it comes: whoever keeps what a day's buckets said knows by it whether
 * they say the same still.
 */
export type DayMark = {
  readonly organization: OrganizationId;
  /** Milliseconds since 1970 UTC: where the day's buckets begin. */
  readonly start: number;
  readonly requests: number;
  /** The same by the starts of their hours. */
  readonly hours: ReadonlyMap<number, number>;
  /** How many the day had when it was packed last; absent: never. */
  readonly packed?: number;
};

const markOf = ({ organization, at, timeZone }: UsageEvent): DayMark => ({
  organization,
  start: startOfLocalDay(timeZone, at),
  requests: 1,
  hours: new Map([[startOfLocalHour(timeZone, at), 1]]),
});

const addMarks = (a: DayMark, b: DayMark): DayMark => {
  const hours = new Map(a.hours);
  for (const [start, requests] of b.hours) hours.set(start, (hours.get(start) ?? 0) + requests);
  return { ...a, requests: a.requests + b.requests, hours };
};

const textOf = ({ organization, start }: DayMark): string => `${organization} mark ${start}`;

/** A mark's identity in one text, unlike any bucket's. */
export const dayMarkText = (event: UsageEvent): string => textOf(markOf(event));

/** What a batch of events adds to their days. */
export const markDays = (events: readonly UsageEvent[]): readonly DayMark[] => {
  const marks = new Map<string, DayMark>();
  for (const mark of events.map(markOf)) {
    const known = marks.get(textOf(mark));
    marks.set(textOf(mark), known ? addMarks(known, mark) : mark);
  }
  return [...marks.values()];
};
