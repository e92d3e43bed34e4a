import { binOf, type Histogram, mergeHistograms } from "./histogram";
import type { UsageEvent } from "./usage-event";

/** Everything that is counted, in the order in which it is shown; each is a sum over requests. */
export const counters = [
  "requests",
  /** Ended in an error or a timeout. */
  "errors",
  /** The client left before the end. */
  "cancelled",
  "freshInput",
  "cacheRead",
  "cacheWrite5m",
  "cacheWrite1h",
  "visibleOutput",
  "reasoningOutput",
  /** pUSD over the priced requests; the others are counted in `unpriced`. */
  "cost",
  /** pUSD over the requests that have a reference. */
  "referenceCost",
  /** pUSD, may be negative, over the requests whose saving is known. */
  "saved",
  "unpriced",
  "unknownSaving",
] as const;

export type Counter = (typeof counters)[number];

/** What many requests amount to. All sums are exact. */
export type UsageTotals = Readonly<Record<Counter, bigint>> & {
  /** Of every request, whatever became of it, from its arrival to its last byte. */
  readonly latency: Histogram;
};

/** Totals from counters kept elsewhere; `sumOf` is asked once for each. */
export const totalsFrom = (
  sumOf: (counter: Counter) => bigint,
  latency: Histogram,
): UsageTotals => {
  const sums: Partial<Record<Counter, bigint>> = {};
  for (const counter of counters) sums[counter] = sumOf(counter);
  return { ...(sums as Record<Counter, bigint>), latency };
};

/** One request as totals. */
export const totalsOf = (event: UsageEvent): UsageTotals => ({
  requests: 1n,
  errors: event.outcome === "error" || event.outcome === "timeout" ? 1n : 0n,
  cancelled: event.outcome === "cancelled" ? 1n : 0n,
  freshInput: BigInt(event.tokens.freshInput),
  cacheRead: BigInt(event.tokens.cacheRead),
  cacheWrite5m: BigInt(event.tokens.cacheWrite5m),
  cacheWrite1h: BigInt(event.tokens.cacheWrite1h),
  visibleOutput: BigInt(event.tokens.visibleOutput),
  reasoningOutput: BigInt(event.tokens.reasoningOutput),
  cost: BigInt(event.cost ?? 0),
  referenceCost: BigInt(event.referenceCost ?? 0),
  saved: BigInt(event.saved ?? 0),
  unpriced: event.cost === null ? 1n : 0n,
  unknownSaving: event.saved === null ? 1n : 0n,
  latency: new Map([[binOf(event.latencyMs), 1n]]),
});

/** Adds two totals; in any order and any grouping the result is the same. */
export const addTotals = (a: UsageTotals, b: UsageTotals): UsageTotals =>
  totalsFrom((counter) => a[counter] + b[counter], mergeHistograms(a.latency, b.latency));
