import type { UsageEvent } from "../usage/usage-event";

/** The way of usage events to the recorder: at least once, in no order. */
export interface UsageQueue {
  /** Resolves once the event is safe in the queue, or written to the log as undelivered. */
  send(event: UsageEvent): Promise<void>;
  /** Resolves when nothing is on its way. */
  drained(): Promise<void>;
}
