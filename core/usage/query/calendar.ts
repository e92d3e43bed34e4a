import { startOfLocalDay, startOfLocalHour } from "../time-zone";

/** A half-open stretch of time: `from` <= t < `to`, ms since 1970 UTC. */
export type Period = { readonly from: number; readonly to: number };

const hourMs = 3_600_000;
const quarterMs = hourMs / 4;

/** The first start of an hour of the zone that lies after an instant. */
export const nextLocalHour = (timeZone: string, at: number): number => {
  // Pieces of an hour are shorter where clocks change within it: by quarters none is passed over.
  for (let next = at + quarterMs; ; next += quarterMs) {
    const start = startOfLocalHour(timeZone, next);
    if (start > at) return start;
  }
};

/** The first start of a day of the zone that lies after one: days have at most 25 hours. */
const nextLocalDay = (timeZone: string, dayStart: number): number =>
  startOfLocalDay(timeZone, dayStart + 26 * hourMs);

const stepsOf = (period: Period, first: number, next: (start: number) => number) => {
  const steps: Period[] = [];
  for (let start = first; start < period.to; ) {
    const end = next(start);
    steps.push({ from: Math.max(start, period.from), to: Math.min(end, period.to) });
    start = end;
  }
  return steps;
};

/** The zone's hours within a period, oldest first, without gap or overlap. */
export const hoursOf = (timeZone: string, period: Period): readonly Period[] =>
  stepsOf(period, startOfLocalHour(timeZone, period.from), (start) =>
    nextLocalHour(timeZone, start),
  );

/** The zone's days; of the first and the last what lies within the period. */
export const daysOf = (timeZone: string, period: Period): readonly Period[] =>
  stepsOf(period, startOfLocalDay(timeZone, period.from), (start) => nextLocalDay(timeZone, start));

/** Those of the zone's days that lie within the period whole. */
export const wholeDaysOf = (timeZone: string, period: Period): readonly Period[] =>
  daysOf(timeZone, period).filter(
    ({ from, to }) =>
      startOfLocalDay(timeZone, from) === from && startOfLocalDay(timeZone, to) === to,
  );

/** What of a period none of these stretches holds; they are in order and within it. */
export const restOf = (period: Period, stretches: readonly Period[]): readonly Period[] => {
  const rest: Period[] = [];
  let from = period.from;
  for (const stretch of [...stretches, { from: period.to, to: period.to }]) {
    if (stretch.from > from) rest.push({ from, to: stretch.from });
    from = stretch.to;
  }
  return rest;
};
