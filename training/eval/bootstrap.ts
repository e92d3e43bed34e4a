import { randomFrom } from "../random-order";

/** A figure and where 95 of 100 resamples put it. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };

export type Resampling = { readonly resamples: number; readonly seed?: number };

/** Reckons figures from prompts, of which each counts as often as it is named. */
export type Statistic = (samples: readonly Int32Array[]) => readonly number[];

const tail = 0.025;

/**
 * Percentile bootstrap (Efron, 1979) of several figures at once.
 *
 * @param counts - how many prompts each group has; each group is drawn from on its own.
 */
export const intervals = (
  counts: readonly number[],
  statistic: Statistic,
  options: Resampling,
): Interval[] => {
  const values = statistic(
    counts.map((count) => Int32Array.from({ length: count }, (_, at) => at)),
  );
  const drawn = resample(counts, statistic, options);
  return values.map((value, figure) => {
    const sorted = Float64Array.from(drawn, (figures) => figures[figure] as number).sort();
    const at = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
    return { value, low: at(tail), high: at(1 - tail) };
  });
};

/** Draws from each group, with replacement, as many prompts as it has; as often as is told. */
export const drawSamples = (
  counts: readonly number[],
  { resamples, seed = 1 }: Resampling,
): (readonly Int32Array[])[] => {
  const random = randomFrom(seed);
  return Array.from({ length: resamples }, () => counts.map((count) => drawOne(count, random)));
};

/** The figures of each resample; no more than one of them is kept in memory. */
const resample = (
  counts: readonly number[],
  statistic: Statistic,
  { resamples, seed = 1 }: Resampling,
): (readonly number[])[] => {
  const random = randomFrom(seed);
  return Array.from({ length: resamples }, () =>
    statistic(counts.map((count) => drawOne(count, random))),
  );
};

const drawOne = (count: number, random: () => number): Int32Array => {
  const sample = new Int32Array(count);
  for (let at = 0; at < count; at++) sample[at] = Math.floor(random() * count);
  return sample;
};
