import type { Histogram } from "../histogram";
import { type Counter, counters, type UsageTotals } from "../totals";

/** A sum under way. Sums of many thousand cells are made in place: copies would cost the most. */
export type TotalsSum = Record<Counter, bigint> & { readonly latency: Map<number, bigint> };

/** Of nothing. */
export const newSum = (): TotalsSum => ({
  requests: 0n,
  errors: 0n,
  cancelled: 0n,
  freshInput: 0n,
  cacheRead: 0n,
  cacheWrite5m: 0n,
  cacheWrite1h: 0n,
  visibleOutput: 0n,
  reasoningOutput: 0n,
  cost: 0n,
  referenceCost: 0n,
  saved: 0n,
  unpriced: 0n,
  unknownSaving: 0n,
  latency: new Map(),
});

const addHistogram = (sum: Map<number, bigint>, added: Histogram): void => {
  added.forEach((count, bin) => void sum.set(bin, (sum.get(bin) ?? 0n) + count));
};

/** Adds totals to a sum, as `addTotals` does. */
export const addTo = (sum: TotalsSum, added: UsageTotals): void => {
  for (const counter of counters) {
    const value = added[counter];
    if (value !== 0n) sum[counter] += value;
  }
  addHistogram(sum.latency, added.latency);
};

/** The one way in which totals are added up, whatever is asked: in any order it gives the same. */
export const sumOf = (parts: Iterable<UsageTotals>): UsageTotals => {
  const sum = newSum();
  for (const part of parts) addTo(sum, part);
  return sum;
};
