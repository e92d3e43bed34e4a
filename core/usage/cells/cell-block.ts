import { type UsageDimension, usageDimensions } from "../../contract/usage";
import type { BucketTotals } from "../bucket";
import { type Counter, counters } from "../totals";

/** The values of one dimension: each once, and for every cell its place among them. */
export type LabelColumn = {
  readonly values: readonly (string | null)[];
  readonly codes: Uint32Array;
};

/** A sum too large for its column, which holds zero there. */
export type WideSum = {
  readonly counter: Counter;
  readonly cell: number;
  readonly value: bigint;
};

/** Of the cell `i` the bins from `offsets[i]` up to `offsets[i + 1]`, with their counts. */
export type LatencyColumn = {
  readonly offsets: Uint32Array;
  readonly bins: Uint8Array;
  readonly counts: Float64Array;
};

/**
 * The buckets of one hour or day in columns: some 150 bytes a cell where objects take a kilobyte,
 * and summed by scanning numbers. Nothing is rounded: a column holds what a double holds exactly,
 * with room for one addition, and what is larger stands in `wide`.
 */
export type CellBlock = {
  /** Milliseconds since 1970 UTC at which the hour or day begins. */
  readonly start: number;
  /** How many cells. */
  readonly size: number;
  readonly labels: Readonly<Record<UsageDimension, LabelColumn>>;
  /** A counter that is zero everywhere has no column. */
  readonly sums: Readonly<Partial<Record<Counter, Float64Array>>>;
  readonly wide: readonly WideSum[];
  readonly latency: LatencyColumn;
};

/** Two of these add up to a safe integer. */
export const widest = 2 ** 52;

const labelsOf = (buckets: readonly BucketTotals[], dimension: UsageDimension): LabelColumn => {
  const places = new Map<string | null, number>();
  const codes = new Uint32Array(buckets.length);
  for (const [cell, { dimensions }] of buckets.entries()) {
    const value = dimensions?.[dimension] ?? null;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    codes[cell] = place;
  }
  return { values: [...places.keys()], codes };
};

const sumsOf = (buckets: readonly BucketTotals[]): Pick<CellBlock, "sums" | "wide"> => {
  const sums: Partial<Record<Counter, Float64Array>> = {};
  const wide: WideSum[] = [];
  for (const [cell, { totals }] of buckets.entries()) {
    for (const counter of counters) {
      const value = totals[counter];
      if (value === 0n) continue;
      const number = Number(value);
      if (Math.abs(number) > widest) wide.push({ counter, cell, value });
      else {
        sums[counter] ??= new Float64Array(buckets.length);
        sums[counter][cell] = number;
      }
    }
  }
  return { sums, wide };
};

const latencyOf = (buckets: readonly BucketTotals[]): LatencyColumn => {
  const offsets = new Uint32Array(buckets.length + 1);
  const counted = buckets.flatMap(({ totals }, cell) => {
    offsets[cell + 1] = (offsets[cell] ?? 0) + totals.latency.size;
    return [...totals.latency];
  });
  return {
    offsets,
    bins: Uint8Array.from(counted, ([bin]) => bin),
    counts: Float64Array.from(counted, ([, count]) => Number(count)),
  };
};

/** @param buckets - of this start, with dimensions: a minute's have none. */
export const blockOf = (start: number, buckets: readonly BucketTotals[]): CellBlock => ({
  start,
  size: buckets.length,
  labels: Object.fromEntries(
    usageDimensions.map((dimension) => [dimension, labelsOf(buckets, dimension)]),
  ) as CellBlock["labels"],
  ...sumsOf(buckets),
  latency: latencyOf(buckets),
});

/** Buckets of several hours or days as blocks, one a start, oldest first. */
export const blocksOf = (buckets: readonly BucketTotals[]): readonly CellBlock[] => {
  const byStart = new Map<number, BucketTotals[]>();
  for (const bucket of buckets) {
    const known = byStart.get(bucket.start);
    if (known) known.push(bucket);
    else byStart.set(bucket.start, [bucket]);
  }
  return [...byStart].sort(([a], [b]) => a - b).map(([start, those]) => blockOf(start, those));
};

/** Whether any cell has a value of a dimension. */
export const hasValues = ({ labels }: CellBlock, dimension: UsageDimension): boolean => {
  const { values, codes } = labels[dimension];
  return codes.some((code) => Boolean(values[code]));
};

/** How many requests a block counts. */
export const requestsIn = ({ sums, wide }: CellBlock): number =>
  (sums.requests ?? new Float64Array()).reduce((sum, requests) => sum + requests, 0) +
  wide.reduce((sum, { counter, value }) => sum + (counter === "requests" ? Number(value) : 0), 0);
