import { createDueHeap, type Due, type DueHeap } from "./due-heap";
import type { Message, Receipt } from "./message";
import { isExpired, type QueueAttributes } from "./queue-attributes";

type QueueCounts = {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
};

/** One queue in memory. Nothing here is persisted, and nothing here knows the clock. */
export type Queue = {
  readonly name: string;
  attributes: QueueAttributes;
  readonly createdAt: number;
  modifiedAt: number;
  readonly put: (message: Message) => void;
  /** Changes when a message is next visible, and reorders. */
  readonly hideUntil: (message: Message, visibleAt: number) => void;
  readonly remove: (sequence: number) => void;
  readonly clear: () => void;
  /** The message that a receipt names, if it is the message's latest. */
  readonly find: (receipt: Receipt) => Message | undefined;
  readonly get: (sequence: number) => Message | undefined;
  /** Takes up to `max` visible messages out of the order; put each back with `hideUntil`. */
  readonly takeVisible: (now: number, max: number) => Message[];
  readonly nextVisibleAt: () => number | undefined;
  readonly counts: (now: number) => QueueCounts;
  readonly messages: () => Iterable<Message>;
};

const count = (messages: Iterable<Message>, now: number): QueueCounts => {
  let visible = 0;
  let inFlight = 0;
  let delayed = 0;
  for (const message of messages) {
    if (message.visibleAt <= now) visible += 1;
    else if (message.receiveCount > 0) inFlight += 1;
    else delayed += 1;
  }
  return { visible, inFlight, delayed };
};

/** An empty queue. */
export const createQueue = (
  name: string,
  attributes: QueueAttributes,
  createdAt: number,
): Queue => {
  const messages = new Map<number, Message>();
  /** The one entry of each message that counts; a message taken has none. */
  const scheduled = new Map<number, Due>();
  let order: DueHeap = createDueHeap();

  const schedule = ({ visibleAt, sequence }: Message): void => {
    const entry: Due = { at: visibleAt, sequence };
    scheduled.set(sequence, entry);
    order.push(entry);
  };

  const remove = (sequence: number): void => {
    messages.delete(sequence);
    scheduled.delete(sequence);
  };

  /** Entries of deleted or rescheduled messages stay in the heap until they come up. */
  const first = (): Message | undefined => {
    for (let entry = order.peek(); entry; entry = order.peek()) {
      if (scheduled.get(entry.sequence) === entry) return messages.get(entry.sequence);
      order.pop();
    }
    return undefined;
  };

  const queue: Queue = {
    name,
    attributes,
    createdAt,
    modifiedAt: createdAt,
    put: (message) => {
      messages.set(message.sequence, message);
      schedule(message);
    },
    hideUntil: (message, visibleAt) => {
      message.visibleAt = visibleAt;
      schedule(message);
    },
    remove,
    clear: () => {
      messages.clear();
      scheduled.clear();
      order = createDueHeap();
    },
    find: ({ sequence, receiveCount, id }) => {
      const message = messages.get(sequence);
      return message?.id === id && message.receiveCount === receiveCount ? message : undefined;
    },
    get: (sequence) => messages.get(sequence),
    takeVisible: (now, max) => {
      const taken: Message[] = [];
      while (taken.length < max) {
        const message = first();
        if (!message || message.visibleAt > now) break;
        order.pop();
        scheduled.delete(message.sequence);
        if (isExpired(message, queue.attributes, now)) remove(message.sequence);
        else taken.push(message);
      }
      return taken;
    },
    nextVisibleAt: () => first()?.visibleAt,
    counts: (now) => {
      const live = [...messages.values()].filter(
        (message) => !isExpired(message, queue.attributes, now),
      );
      return count(live, now);
    },
    messages: () => messages.values(),
  };
  return queue;
};
