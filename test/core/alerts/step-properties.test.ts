import fc from "fast-check";
import { minuteMs, minutesAt, noon, noonMinute, type Spend, sumOf, watch } from "./spend";

const thresholdMicroUsd = 10;
const threshold = 10_000_000n;
const lastMinute = 260;

type Run = { readonly first: number; readonly last: number };

/** The definition over what really was spent: a run begins above the threshold and ends below it. */
const runsOf = (spends: readonly Spend[]): readonly Run[] => {
  const minutes = minutesAt(spends, Number.POSITIVE_INFINITY);
  const runs: Run[] = [];
  let first: number | undefined;
  for (let window = noonMinute - 1; window <= noonMinute + lastMinute; window += 1) {
    const sum = sumOf(minutes, window);
    if (first === undefined && sum > threshold) first = window;
    if (first !== undefined && sum < threshold) {
      runs.push({ first, last: window - 1 });
      first = undefined;
    }
  }
  if (first !== undefined) runs.push({ first, last: noonMinute + lastMinute });
  return runs;
};

/** Minutes and their borders, amounts near the threshold. */
const spends = (mostLateMs: number) =>
  fc.array(
    fc
      .record({
        minute: fc.nat(160),
        offset: fc.constantFrom(0, 1, 30_000, 59_999),
        lateMs: fc.nat(mostLateMs),
        microUsd: fc.constantFrom(1, 4, 5, 6, 10, 11),
      })
      .map(({ minute, offset, lateMs, microUsd }): Spend => {
        const at = noon + minute * minuteMs + offset;
        return { at, recordedAt: at + lateMs, microUsd };
      }),
    { maxLength: 14 },
  );

/** Which minutes have how many checks, and how far the clock of each is behind. */
const checks = fc.array(
  fc.record({ times: fc.constantFrom(0, 1, 1, 2), behind: fc.constantFrom(0, 0, 0, 3, 70) }),
  { minLength: 180, maxLength: 180 },
);

const endOf = (minute: number) => noon + minute * minuteMs + 59_999;

test("requests recorded at once: one e-mail for each crossing, at its first minute, and its end", () => {
  fc.assert(
    fc.property(spends(0), (spent) => {
      const alert = watch(spent);
      for (let minute = 0; minute <= lastMinute; minute += 1) {
        alert.check(endOf(minute), thresholdMicroUsd);
      }
      const runs = runsOf(spent);
      expect(alert.fired().map(({ window }) => window)).toEqual(runs.map(({ first }) => first));
      expect(alert.ended()).toHaveLength(runs.length);
    }),
    { numRuns: 300 },
  );
});

test("late requests, missed and repeated checks, clocks behind: a crossing is told once at most, and no fall is made up", () => {
  fc.assert(
    fc.property(spends(13 * minuteMs), checks, (spent, checked) => {
      const alert = watch(spent);
      alert.check(endOf(-1), thresholdMicroUsd);
      for (const [minute, { times, behind }] of checked.entries()) {
        for (let time = 0; time < times; time += 1) {
          alert.check(endOf(minute), thresholdMicroUsd, endOf(minute - behind));
        }
      }
      for (let minute = checked.length; minute <= lastMinute; minute += 1) {
        alert.check(endOf(minute), thresholdMicroUsd);
      }
      const runs = runsOf(spent);
      const runOf = (window: number) =>
        runs.findIndex(({ first, last }) => first <= window && window <= last);
      const told = alert.fired().map(({ window }) => runOf(window));
      expect(told).not.toContain(-1);
      expect(new Set(told).size).toBe(told.length);
      // What is not told by itself came to light after a later one was told.
      expect(runs.length === 0 || told.at(-1) === runs.length - 1).toBe(true);
      expect(alert.state()?.open).toBeUndefined();
      const peaks = alert.ended().map(({ peak }) => peak);
      expect(peaks.every((peak) => peak > threshold)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("the sum of a window that fired is never more than was really spent in it", () => {
  fc.assert(
    fc.property(spends(13 * minuteMs), (spent) => {
      const alert = watch(spent);
      for (let minute = 0; minute <= lastMinute; minute += 1) {
        alert.check(endOf(minute), thresholdMicroUsd);
      }
      const minutes = minutesAt(spent, Number.POSITIVE_INFINITY);
      for (const { window, sum } of alert.fired()) {
        expect(sum > threshold && sum <= sumOf(minutes, window)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
