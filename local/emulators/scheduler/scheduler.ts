import type { Log } from "../../../core/ports/log";
import type { Operations } from "../operation";
import type { SendToTarget } from "../targets";
import { runDue } from "./run-due";
import { scheduleOperations } from "./schedule-operations";
import { openScheduleStore } from "./schedule-store";

export type SchedulerOptions = {
  readonly path: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly send: SendToTarget;
  /** Told of targets that could not be reached. */
  readonly log?: Log | undefined;
};

export type SchedulerEmulator = {
  readonly operations: Operations;
  /** Runs what is due; calls that come while it runs are answered when it has. */
  readonly runDue: () => Promise<void>;
};

/** EventBridge Scheduler with its default group. */
export const openScheduler = async (options: SchedulerOptions): Promise<SchedulerEmulator> => {
  const { now, send, log } = options;
  const store = await openScheduleStore(options.path);
  let running: Promise<void> | undefined;
  return {
    operations: scheduleOperations(store, now),
    runDue: () => {
      running ??= runDue(store, send, now(), log).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};
