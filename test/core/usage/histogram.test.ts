import fc from "fast-check";
import { binOf, type Histogram, mergeHistograms, percentile } from "../../../core/usage/histogram";

const histogramOf = (durations: readonly number[]): Histogram =>
  durations
    .map((duration): Histogram => new Map([[binOf(duration), 1n]]))
    .reduce(mergeHistograms, new Map());

const nearestRank = (durations: readonly number[], share: number): number => {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(durations.length * share)) - 1] ?? Number.NaN;
};

const durations = fc.array(fc.double({ min: 1, max: 7_200_000, noNaN: true }), {
  minLength: 1,
  maxLength: 200,
});
const shares = fc.constantFrom(0.01, 0.5, 0.9, 0.95, 0.99, 1);

describe("a latency histogram", () => {
  test("tells any percentile of 1 ms to 2 h within 5 % of the exact one", () => {
    fc.assert(
      fc.property(durations, shares, (values, share) => {
        const exact = nearestRank(values, share);
        const told = percentile(histogramOf(values), share) ?? Number.NaN;
        expect(Math.abs(told - exact) / exact).toBeLessThanOrEqual(0.05);
      }),
    );
  });

  test("is the same whether counted whole or merged from parts", () => {
    fc.assert(
      fc.property(durations, durations, (a, b) => {
        expect(mergeHistograms(histogramOf(a), histogramOf(b))).toEqual(histogramOf([...a, ...b]));
      }),
    );
  });

  test("leaves what it merges untouched", () => {
    const a = histogramOf([5]);
    mergeHistograms(a, a);
    expect([...a.values()]).toEqual([1n]);
  });

  test("knows no percentile of nothing", () => {
    expect(percentile(new Map(), 0.95)).toBeUndefined();
  });

  test.each([
    { name: "no time at all is in the first bin", durationMs: 0, bin: 0 },
    { name: "just below a millisecond is in the first bin", durationMs: 0.999, bin: 0 },
    { name: "a millisecond is in the second", durationMs: 1, bin: 1 },
    { name: "the growth itself begins the third", durationMs: 1.1, bin: 2 },
    { name: "a day is in the last", durationMs: 86_400_000, bin: 168 },
    { name: "endless is in the last", durationMs: Number.POSITIVE_INFINITY, bin: 168 },
  ])("$name", ({ durationMs, bin }) => {
    expect(binOf(durationMs)).toBe(bin);
  });
});
