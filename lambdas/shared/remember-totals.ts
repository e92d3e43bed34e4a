import type { UsageMarks, UsagePeriod, UsageReader } from "../../core/ports/usage-store";
import type { BucketTotals, Interval } from "../../core/usage/bucket";
import type { DayMark } from "../../core/usage/day-mark";

type Totals = Pick<UsageReader, "totals">;

export type RememberTotalsOptions = {
  /** Tells whether what is remembered holds still. */
  readonly marks: UsageMarks;
  /** Fills the memory: must read as of the last write. */
  readonly consistent: Totals;
  /** Buckets kept, of some 1 kB each; the day that was asked for least lately goes first. */
  readonly mostBuckets: number;
};

type Remembered = {
  /** The marks that held before it was read. */
  readonly marked: string;
  readonly buckets: Promise<readonly BucketTotals[]>;
  /** Known once read. */
  size: number;
};

const dayMs = 86_400_000;
/** A request's hour begins at most so long after its day. */
const longestDayMs = 26 * 3_600_000;
const readsAtOnce = 16;

const utcDaysOf = ({ from, to }: UsagePeriod): readonly number[] => {
  const first = Math.floor(from / dayMs) * dayMs;
  return Array.from(
    { length: Math.max(0, Math.ceil((to - first) / dayMs)) },
    (_, n) => first + n * dayMs,
  );
};

/** The marks of all days whose requests may be in the buckets that begin on a UTC day. */
const markedOn = (marks: readonly DayMark[], interval: Interval, day: number): string =>
  marks
    .filter(({ start }) => {
      const earliest = interval === "day" ? day : day - longestDayMs;
      return start >= earliest && start < day + dayMs;
    })
    .map(({ start, requests }) => `${start}:${requests}`)
    .join();

/**
 * Totals of hours and days, remembered in this process by UTC day. A day's buckets are read again as
 * soon as a request came to it, however late: each request adds to its day's mark in the same step as
 * to its buckets, and marks are read at every call. They are read before the buckets, and these as of
 * the last write, so that what is remembered is never older than the marks beside it.
 */
export const createRememberedTotals = (
  reader: Totals,
  { marks: markReader, consistent, mostBuckets }: RememberTotalsOptions,
): Totals => {
  const memory = new Map<string, Remembered>();

  const forgetSome = (): void => {
    let size = [...memory.values()].reduce((sum, one) => sum + one.size, 0);
    for (const [key, one] of memory) {
      if (size <= mostBuckets) return;
      memory.delete(key);
      size -= one.size;
    }
  };

  const readDay = (
    period: UsagePeriod,
    interval: Interval,
    day: number,
    marks: readonly DayMark[],
  ): Promise<readonly BucketTotals[]> => {
    const key = `${period.organization} ${interval} ${day}`;
    const marked = markedOn(marks, interval, day);
    const known = memory.get(key);
    memory.delete(key);
    if (known?.marked === marked) {
      memory.set(key, known);
      return known.buckets;
    }
    const { organization } = period;
    const buckets = consistent.totals({ organization, from: day, to: day + dayMs }, interval);
    const one: Remembered = { marked, buckets, size: 0 };
    memory.set(key, one);
    buckets.then(
      ({ length }) => {
        one.size = length;
        forgetSome();
      },
      () => {
        if (memory.get(key) === one) memory.delete(key);
      },
    );
    return buckets;
  };

  return {
    async totals(period, interval) {
      if (interval === "minute") return reader.totals(period, interval);
      const { organization, from, to } = period;
      const days = utcDaysOf(period);
      const around = {
        organization,
        from: (days[0] ?? from) - longestDayMs,
        to: (days.at(-1) ?? to) + dayMs,
      };
      const marks = await markReader.marks(around);
      const found: BucketTotals[] = [];
      for (let first = 0; first < days.length; first += readsAtOnce) {
        const some = days.slice(first, first + readsAtOnce);
        const parts = await Promise.all(some.map((day) => readDay(period, interval, day, marks)));
        for (const part of parts) {
          for (const bucket of part)
            if (bucket.start >= from && bucket.start < to) found.push(bucket);
        }
      }
      return found;
    },
  };
};
