/** How much is done of each measurement. */
export type Plan = {
  readonly rounds: number;
  /** Requests on one connection, per round and target. */
  readonly sequential: number;
  /** Streams one after the other, per round and target. */
  readonly firstEvents: number;
  /** At 64 connections, per round and target. */
  readonly saturateSeconds: number;
  /** At 64 connections, once before all rounds, for each target. */
  readonly warmUpSeconds: number;
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
  warmUpSeconds: 3,
  starts: 5,
  drainSeconds: 90,
};

export const quickPlan: Plan = {
  rounds: 1,
  sequential: 300,
  firstEvents: 50,
  saturateSeconds: 1,
  warmUpSeconds: 1,
  starts: 1,
  drainSeconds: 30,
};

/** Connections of the throughput measurement. */
export const connections = 64;

/** The streams of the gap measurement, as the goal words them. */
export const streaming = { concurrent: 100, events: 200, spacingMs: 5 } as const;
