import type { Busy, RoundOfTarget } from "./round";
import { median, quantile } from "./statistics";

/** Milliseconds, over the samples of all rounds. */
export type Latency = {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly samples: number;
};

/** What all rounds say of one target. */
export type Summary = {
  readonly sequential: Latency;
  readonly withoutLimits?: Latency;
  readonly firstEvent: Latency;
  readonly gaps: Latency;
  /** Medians over the rounds. */
  readonly saturated: {
    readonly requestsPerSecond: number;
    readonly p50: number;
    readonly p99: number;
    /** Lowest and highest round. */
    readonly range: readonly [number, number];
  } & Busy;
  readonly failures: number;
};

const latencyOf = (samples: readonly number[]): Latency => ({
  p50: quantile(samples, 0.5),
  p99: quantile(samples, 0.99),
  max: quantile(samples, 1),
  samples: samples.length,
});

const known = (values: readonly (number | undefined)[]): readonly number[] =>
  values.filter((value) => value !== undefined);

const busyOf = (rounds: readonly RoundOfTarget[]): Busy => {
  const entries = (["process", "cpuUsPerRequest", "gatewayCore", "loadCore"] as const).map(
    (name) => {
      const values = known(rounds.map(({ busy }) => busy[name]));
      return [name, values.length > 0 ? median(values) : undefined] as const;
    },
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
};

/** Latencies from all samples, rates as medians over the rounds. */
export const summarize = (rounds: readonly RoundOfTarget[]): Summary => {
  const all = (of: (round: RoundOfTarget) => readonly number[]) => latencyOf(rounds.flatMap(of));
  const rates = rounds.map(({ saturation }) => saturation.requestsPerSecond);
  const withoutLimits = all((round) => round.withoutLimitsMs);
  return {
    sequential: all((round) => round.sequentialMs),
    ...(withoutLimits.samples > 0 && { withoutLimits }),
    firstEvent: all((round) => round.firstEventMs),
    gaps: all((round) => round.gapsMs),
    saturated: {
      requestsPerSecond: median(rates),
      p50: median(rounds.map(({ saturation }) => saturation.p50Ms)),
      p99: median(rounds.map(({ saturation }) => saturation.p99Ms)),
      range: [Math.min(...rates), Math.max(...rates)],
      ...busyOf(rounds),
    },
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  };
};
