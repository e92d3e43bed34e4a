import { type Bucket, type BucketTotals, bucketText, type Dimensions } from "./bucket";
import { startOfLocalDay, startOfLocalHour } from "./time-zone";
import { addTotals, totalsOf } from "./totals";
import type { UsageEvent } from "./usage-event";

const minuteMs = 60_000;

/** What a request counts under. */
export const dimensionsOf = (event: UsageEvent): Dimensions => ({
  customer: event.tags.customer ?? null,
  feature: event.tags.feature ?? null,
  model: event.used?.model ?? null,
  provider: event.used?.provider ?? null,
  key: event.key,
  task: event.task ?? null,
});

/**
 * The three buckets that one request counts in: its organization's minute, and the hour and day
 * of its dimensions, on the clock of the event's time zone.
 */
export const bucketsOf = (event: UsageEvent): readonly Bucket[] => {
  const { organization, at, timeZone } = event;
  const dimensions = dimensionsOf(event);
  const minute = Math.floor(at / minuteMs) * minuteMs;
  return [
    { organization, interval: "minute", start: minute, dimensions: null },
    { organization, interval: "hour", start: startOfLocalHour(timeZone, at), dimensions },
    { organization, interval: "day", start: startOfLocalDay(timeZone, at), dimensions },
  ];
};

/** Adds up what falls into the same bucket; each bucket comes out once, in order of appearance. */
export const mergeBuckets = (parts: Iterable<BucketTotals>): readonly BucketTotals[] => {
  const merged = new Map<string, BucketTotals>();
  for (const part of parts) {
    const text = bucketText(part);
    const known = merged.get(text);
    merged.set(text, known ? { ...known, totals: addTotals(known.totals, part.totals) } : part);
  }
  return [...merged.values()];
};

/**
 * What a batch of events adds to the rollups. The same events in any order and any split give the
 * same sums; that no event comes twice is the caller's care.
 */
export const rollUp = (events: readonly UsageEvent[]): readonly BucketTotals[] =>
  mergeBuckets(
    events.flatMap((event) => {
      const totals = totalsOf(event);
      return bucketsOf(event).map((bucket) => ({ ...bucket, totals }));
    }),
  );
