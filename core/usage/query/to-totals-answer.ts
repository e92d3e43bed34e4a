import type { TotalsAnswer } from "../../contract/usage";
import { type Histogram, percentiles } from "../histogram";
import type { UsageTotals } from "../totals";

const whole = (ms: number | undefined): number => Math.round((ms ?? 0) * 10) / 10;

const latencyOf = (latency: Histogram): TotalsAnswer["latencyMs"] => {
  if (latency.size === 0) return null;
  const told = percentiles(latency);
  const at = (share: number): number => whole(told(share));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
};

/** Totals as the API tells them: money as decimal digits, percentiles to a tenth of a millisecond. */
export const toTotalsAnswer = (totals: UsageTotals): TotalsAnswer => ({
  requests: Number(totals.requests),
  errors: Number(totals.errors),
  cancelled: Number(totals.cancelled),
  tokens: {
    freshInput: Number(totals.freshInput),
    cacheRead: Number(totals.cacheRead),
    cacheWrite5m: Number(totals.cacheWrite5m),
    cacheWrite1h: Number(totals.cacheWrite1h),
    visibleOutput: Number(totals.visibleOutput),
    reasoningOutput: Number(totals.reasoningOutput),
  },
  cost: String(totals.cost),
  referenceCost: String(totals.referenceCost),
  saved: String(totals.saved),
  unpriced: Number(totals.unpriced),
  unknownSaving: Number(totals.unknownSaving),
  latencyMs: latencyOf(totals.latency),
});
