import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "../stage";

/** Whether every request of the run has its row. */
export type Recorded = {
  /** Requests that the gateway took, those of which the load let go included. */
  readonly requests: number;
  /** Distinct rows in the store. */
  readonly rows: number;
  /** Requests that the minutes' totals add up to. */
  readonly totals: number;
  /** How long the recorder worked after the last request. */
  readonly drainedSeconds: number;
};

/**
 * Waits until the recorder has caught up, and counts.
 *
 * @param mostSeconds - then it counts what is there.
 */
export const countRecorded = async (stage: Stage, mostSeconds: number): Promise<Recorded> => {
  const { gateway, recorder } = stage;
  const requests = await gateway.ask("taken", undefined);
  stage.freeCores();
  const begunAt = performance.now();
  const elapsedSeconds = () => (performance.now() - begunAt) / 1_000;
  let totals = await recorder.ask("totals", undefined);
  while (totals < requests && elapsedSeconds() < mostSeconds) {
    await sleep(500);
    totals = await recorder.ask("totals", undefined);
  }
  const drainedSeconds = elapsedSeconds();
  return { requests, rows: await recorder.ask("rows", undefined), totals, drainedSeconds };
};
