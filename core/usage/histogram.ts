/**
 * Counts of durations in bins that are the same everywhere, so that histograms of any two
 * buckets merge by adding, and a percentile is read from the merged one instead of averaged.
 * Bin 0 holds what is below 1 ms; bin i holds [1.1^(i-1), 1.1^i) ms; the last holds the rest.
 * Absent bins are empty.
 */
export type Histogram = ReadonlyMap<number, bigint>;

const growth = 1.1;
/** 1.1^167 ms is above two hours: longer than any request may take. */
const lastBin = 168;

/** `lowerEdges[i]` is where bin i begins, in ms; by multiplication, so the same on every engine. */
const lowerEdges: readonly number[] = (() => {
  const edges = [0, 1];
  for (let bin = 2; bin <= lastBin; bin += 1) edges.push((edges[bin - 1] ?? 1) * growth);
  return edges;
})();

const lowerEdge = (bin: number): number => lowerEdges[bin] ?? 0;

/** The bin of a duration in milliseconds (not negative). */
export const binOf = (durationMs: number): number => {
  let low = 0;
  let high = lastBin;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lowerEdge(middle) <= durationMs) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The value that stands for a bin: its relative distance to both edges is the same. */
const typicalMs = (bin: number): number =>
  bin === 0 ? 0.5 : (lowerEdge(bin) * 2 * growth) / (growth + 1);

export const mergeHistograms = (a: Histogram, b: Histogram): Histogram => {
  const merged = new Map(a);
  for (const [bin, count] of b) merged.set(bin, (merged.get(bin) ?? 0n) + count);
  return merged;
};

/**
 * The nearest-rank percentile in milliseconds, at most 5 % off (4.8 %, by the bins' width) between
 * 1 ms and two hours, and at most 0.5 ms off below.
 *
 * @param share - above 0, at most 1; 0.95 for p95.
 * @returns undefined where nothing was counted.
 */
export const percentile = (histogram: Histogram, share: number): number | undefined =>
  percentiles(histogram)(share);

/** All percentiles of one histogram, whose bins are put in order once. */
export const percentiles = (histogram: Histogram): ((share: number) => number | undefined) => {
  const bins = Uint8Array.from(histogram.keys()).sort();
  const counts = Float64Array.from(bins, (bin) => Number(histogram.get(bin)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (share) => {
    const rank = Math.max(1, Math.ceil(total * share));
    let seen = 0;
    const at = counts.findIndex((count) => {
      seen += count;
      return seen >= rank;
    });
    const bin = bins[at];
    return bin === undefined ? undefined : typicalMs(bin);
  };
};
