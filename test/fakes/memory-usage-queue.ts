import type { UsageQueue } from "../../core/ports/usage-queue";
import type { UsageEvent } from "../../core/usage/usage-event";

/** Keeps what is sent, in order. */
export const createMemoryUsageQueue = (): UsageQueue & { readonly events: UsageEvent[] } => {
  const events: UsageEvent[] = [];
  return {
    events,
    send: async (event) => {
      events.push(event);
    },
    drained: async () => undefined,
  };
};
