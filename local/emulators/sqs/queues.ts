import type { JournalRecord } from "./journal-record";
import { createQueue, type Queue } from "./queue";

/** All queues in memory: what the journal's records add up to. */
export type Queues = {
  readonly find: (name: string) => Queue | undefined;
  readonly all: () => readonly Queue[];
  /** Carries out one change; a change to what is no longer there is none. */
  readonly apply: (record: JournalRecord) => void;
  /** The shortest list of records that leads to this state. */
  readonly snapshot: () => Iterable<JournalRecord>;
  /** A number that no message has had. */
  readonly nextSequence: () => number;
};

function* snapshotOf(queues: Iterable<Queue>): Iterable<JournalRecord> {
  for (const { name, attributes, createdAt, modifiedAt, messages } of queues) {
    yield { change: "queue", queue: name, attributes, createdAt, modifiedAt };
    for (const message of messages()) yield { change: "send", queue: name, message };
  }
}

/** No queues yet. */
export const createQueues = (): Queues => {
  const byName = new Map<string, Queue>();
  let lastSequence = 0;

  const receive = (queue: Queue | undefined, sequence: number, at: number, until: number): void => {
    const message = queue?.get(sequence);
    if (!queue || !message) return;
    message.receiveCount += 1;
    message.firstReceivedAt ??= at;
    queue.hideUntil(message, until);
  };

  const put = (name: string, message: Parameters<Queue["put"]>[0]): void => {
    lastSequence = Math.max(lastSequence, message.sequence);
    byName.get(name)?.put(message);
  };

  const define = (record: Extract<JournalRecord, { change: "queue" }>): void => {
    const { queue: name, attributes, createdAt, modifiedAt } = record;
    const queue = byName.get(name) ?? createQueue(name, attributes, createdAt);
    queue.attributes = attributes;
    queue.modifiedAt = modifiedAt;
    byName.set(name, queue);
  };

  const apply = (record: JournalRecord): void => {
    if (record.change === "queue") {
      define(record);
      return;
    }
    const queue = byName.get(record.queue);
    switch (record.change) {
      case "send":
        put(record.queue, record.message);
        break;
      case "receive":
        receive(queue, record.sequence, record.at, record.until);
        break;
      case "hide": {
        const message = queue?.get(record.sequence);
        if (message) queue?.hideUntil(message, record.until);
        break;
      }
      case "delete":
        queue?.remove(record.sequence);
        break;
      case "move":
        queue?.remove(record.sequence);
        put(record.to, record.message);
        break;
      case "purge":
        queue?.clear();
        break;
    }
  };

  return {
    find: (name) => byName.get(name),
    all: () => [...byName.values()],
    apply,
    snapshot: () => snapshotOf(byName.values()),
    nextSequence: () => {
      lastSequence += 1;
      return lastSequence;
    },
  };
};
