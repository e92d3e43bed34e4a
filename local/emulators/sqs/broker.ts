import { accountId, region } from "../names";
import { openJournal, readJournal } from "./journal";
import { type JournalRecord, journalRecordSchema } from "./journal-record";
import type { Queue } from "./queue";
import { createQueues } from "./queues";
import { queueDoesNotExist } from "./sqs-errors";

/** The queues, their journal, and those who wait for messages. */
export type Broker = {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Finds by URL or ARN, of which only the name at the end counts; throws `QueueDoesNotExist`. */
  readonly find: (urlOrArn: string) => Queue;
  readonly get: (name: string) => Queue | undefined;
  readonly all: () => readonly Queue[];
  readonly nextSequence: () => number;
  /** Carries changes out and resolves once they are in the journal, in one write. */
  readonly commit: (records: readonly JournalRecord[]) => Promise<void>;
  /** Resolves at the next change to the queue, or when its next message comes to be visible. */
  readonly changed: (queue: Queue, signal: AbortSignal) => Promise<void>;
  /** Wakes all who wait, so that they look at the clock again. */
  readonly wake: () => void;
  /** Ends all waiting for good. */
  readonly interrupt: () => void;
  /** Aborted by `interrupt`. */
  readonly closing: AbortSignal;
  readonly close: () => Promise<void>;
};

export const queueArn = (name: string): string => `arn:aws:sqs:${region}:${accountId}:${name}`;

const nameOf = (urlOrArn: string): string => urlOrArn.split(/[/:]/).at(-1) ?? "";

/** Replays the journal at `path` and opens it for more. */
export const openBroker = async (path: string, now: () => number): Promise<Broker> => {
  const queues = createQueues();
  for await (const line of readJournal(path)) {
    queues.apply(journalRecordSchema.parse(JSON.parse(line)));
  }
  const journal = await openJournal(path, function* () {
    for (const record of queues.snapshot()) yield JSON.stringify(record);
  });
  const closing = new AbortController();
  const waiting = new Map<string, Set<() => void>>();

  const wakeFor = (name: string): void => {
    const wakers = waiting.get(name);
    waiting.delete(name);
    for (const wake of wakers ?? []) wake();
  };

  const changed = (queue: Queue, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wakers = waiting.get(queue.name) ?? new Set();
      waiting.set(queue.name, wakers);
      const due = queue.nextVisibleAt();
      const timer = due === undefined ? undefined : setTimeout(wake, Math.max(1, due - now()));
      function wake(): void {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        wakers.delete(wake);
        resolve();
      }
      wakers.add(wake);
      signal.addEventListener("abort", wake);
      if (signal.aborted) wake();
    });

  return {
    now,
    find: (urlOrArn) => {
      const queue = queues.find(nameOf(urlOrArn));
      if (queue) return queue;
      throw queueDoesNotExist();
    },
    get: queues.find,
    all: queues.all,
    nextSequence: queues.nextSequence,
    commit: async (records) => {
      if (records.length === 0) return;
      // Written out before it is applied: applying may change the messages that the records hold.
      const lines = records.map((record) => JSON.stringify(record));
      for (const record of records) queues.apply(record);
      const written = journal.append(lines);
      for (const name of new Set(records.map((record) => record.queue))) wakeFor(name);
      for (const record of records) if (record.change === "move") wakeFor(record.to);
      await written;
    },
    changed,
    wake: () => {
      for (const name of [...waiting.keys()]) wakeFor(name);
    },
    closing: closing.signal,
    interrupt: () => {
      closing.abort();
    },
    close: journal.close,
  };
};
