import { performance } from "node:perf_hooks";
import { quantile } from "../measure/statistics";

/** Microseconds of one call. */
export type Times = { readonly p50: number; readonly p99: number; readonly p999: number };

/**
 * Times single calls, after as many rounds as let the compiler do its work.
 *
 * @param calls - each is made `rounds` times, in turns.
 */
export const timeCalls = (calls: readonly (() => unknown)[], rounds: number): Times => {
  const warm = Math.max(1, Math.ceil(rounds / 5));
  for (let round = 0; round < warm; round++) for (const call of calls) call();
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const call of calls) {
      const start = performance.now();
      call();
      samples.push((performance.now() - start) * 1_000);
    }
  }
  return {
    p50: quantile(samples, 0.5),
    p99: quantile(samples, 0.99),
    p999: quantile(samples, 0.999),
  };
};
