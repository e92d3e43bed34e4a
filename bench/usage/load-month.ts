import type { UsageRecorder } from "../../core/ports/usage-store";
import type { UsageEvent } from "../../core/usage/usage-event";
import { monthOf } from "./month";

/** What a recorder takes at once from a queue that is full. */
const eventsAtOnce = 500;

type Recording = {
  readonly store: UsageRecorder;
  readonly packDays: (events: readonly UsageEvent[]) => Promise<void>;
};

/** Records a month as the recorder does, in the order of time. */
export const loadMonth = async (
  { store, packDays }: Recording,
  requests: number,
  print: (text: string) => void,
): Promise<void> => {
  let recorded = 0;
  for await (const { day, events } of monthOf(requests)) {
    const inOrder = [...events].sort((a, b) => a.at - b.at);
    for (let first = 0; first < inOrder.length; first += eventsAtOnce) {
      const some = inOrder.slice(first, first + eventsAtOnce);
      recorded += (await store.record(some)).recorded;
      await packDays(some);
    }
    print(`${new Date(day).toISOString().slice(0, 10)}: ${recorded} requests`);
  }
};
