export type WarmUp = {
  /** So many bring V8 to compile what is hot: before, a request costs twice as much. */
  readonly requests: number;
  /** A slow machine is not waited for any longer. */
  readonly mostSeconds: number;
};

/** How much is done of each measurement. */
export type Plan = {
  readonly rounds: number;
  /** Requests on one connection, per round and target. */
  readonly sequential: number;
  /** Streams one after the other, per round and target. */
  readonly firstEvents: number;
  /** At 64 connections, per round and target. */
  readonly saturateSeconds: number;
  /** Once before all rounds, for each target. */
  readonly warmUp: WarmUp;
  /** `npm start`, with and without its compiled cache. */
  readonly starts: number;
  /** How long the recorder may take to catch up. */
  readonly drainSeconds: number;
};

export const fullPlan: Plan = {
  rounds: 5,
  sequential: 1_500,
  firstEvents: 200,
  saturateSeconds: 4,
  warmUp: { requests: 15_000, mostSeconds: 8 },
  starts: 5,
  drainSeconds: 90,
};

export const quickPlan: Plan = {
  rounds: 1,
  sequential: 300,
  firstEvents: 50,
  saturateSeconds: 1,
  warmUp: { requests: 1_500, mostSeconds: 2 },
  starts: 1,
  drainSeconds: 30,
};

/** Connections of the throughput measurement. */
export const connections = 64;

/** The streams of the gap measurement, as the goal words them. */
export const streaming = { concurrent: 100, events: 200, spacingMs: 5 } as const;
