import { intervals, type Statistic } from "../../../training/eval/bootstrap";

const values = Float64Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? 1 : 0));
const mean: Statistic = ([sample = new Int32Array(0)]) => [
  sample.reduce((sum, at) => sum + (values[at] as number), 0) / sample.length,
];

describe("intervals", () => {
  test("are the same for the same seed, and others for another", () => {
    const of = (seed: number) => intervals([values.length], mean, { resamples: 200, seed });
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });

  test("are about two standard errors to either side of a mean", () => {
    const [interval] = intervals([values.length], mean, { resamples: 1_000 });
    const error = 0.5 / Math.sqrt(values.length);
    expect(interval?.value).toBe(0.5);
    expect(Math.abs((interval?.low ?? 0) - (0.5 - 1.96 * error))).toBeLessThan(0.3 * error);
    expect(Math.abs((interval?.high ?? 0) - (0.5 + 1.96 * error))).toBeLessThan(0.3 * error);
  });

  test("draw each group on its own, as many as it has", () => {
    const seen: number[][] = [];
    intervals(
      [3, 5],
      (samples) => {
        seen.push(samples.map(({ length }) => length));
        return [Math.max(...(samples[0] ?? [])), Math.max(...(samples[1] ?? []))];
      },
      { resamples: 50 },
    );
    expect(new Set(seen.map(String))).toEqual(new Set(["3,5"]));
  });
});
