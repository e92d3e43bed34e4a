import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Log } from "../../../core/ports/log";
import type { UsageQueue } from "../../../core/ports/usage-queue";
import { encodeEnvelope, encodeEvent } from "../../../core/usage/usage-envelope";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { createGroupCommit } from "../group-commit";

export type SqsUsageQueueOptions = {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly log: Log;
  readonly random: () => number;
  readonly sleep: (delayMs: number) => Promise<void>;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/** A call takes ten messages of together 256 KiB; 25 events of some 2 kB stay well below a tenth. */
const eventsPerMessage = 25;
const messagesPerCall = 10;
const bytesPerMessage = 25_000;
const tries = 6;
/** Requests that follow each other closely share a call; a lone one does not wait. */
const restMs = 20;

type Message = {
  readonly events: UsageEvent[];
  /** The same events as text, each written once. */
  readonly texts: string[];
  bytes: number;
};

/** Cuts events into messages, and messages into calls, by count and by size. */
const toMessages = (events: readonly UsageEvent[]): Message[] => {
  const messages: Message[] = [];
  for (const event of events) {
    const text = encodeEvent(event);
    const bytes = Buffer.byteLength(text);
    const open = messages.at(-1);
    if (open && open.texts.length < eventsPerMessage && open.bytes + bytes <= bytesPerMessage) {
      open.events.push(event);
      open.texts.push(text);
      open.bytes += bytes;
    } else {
      messages.push({ events: [event], texts: [text], bytes });
    }
  }
  return messages;
};

/**
 * Usage events by SQS, in groups. While the queue can't be reached they wait in memory and are tried
 * again for some seconds; what then is still not delivered is logged whole as
 * `usage_event_undelivered`, from where `npm run usage:redeliver` brings it back.
 */
export const createSqsUsageQueue = (options: SqsUsageQueueOptions): UsageQueue => {
  const { client, queueUrl, log, random, sleep, now } = options;

  /** The messages of one call that the queue did not take; undefined where it can't be reached. */
  const sendCall = async (messages: readonly Message[]): Promise<Message[] | undefined> => {
    const Entries = messages.map(({ texts }, at) => ({
      Id: String(at),
      MessageBody: encodeEnvelope(texts),
    }));
    try {
      const { Failed } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }),
      );
      const refused = new Set(Failed?.map(({ Id }) => Id));
      return messages.filter((_, at) => refused.has(String(at)));
    } catch (error) {
      log.warn("usage_queue_unreachable", {
        error: error instanceof Error ? error.name : "unknown",
      });
      return undefined;
    }
  };

  /** What is left after each message was offered once; the first call that fails ends the round. */
  const sendAll = async (messages: readonly Message[]): Promise<readonly Message[]> => {
    const left: Message[] = [];
    for (let from = 0; from < messages.length; from += messagesPerCall) {
      const refused = await sendCall(messages.slice(from, from + messagesPerCall));
      if (!refused) return [...left, ...messages.slice(from)];
      left.push(...refused);
    }
    return left;
  };

  const deliver = async (messages: readonly Message[]): Promise<void> => {
    let left = messages;
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt > 0) await sleep(random() * 100 * 2 ** attempt);
      left = await sendAll(left);
      if (attempt + 1 < tries) continue;
      for (const event of left.flatMap(({ events }) => events))
        log.error("usage_event_undelivered", { event });
      return;
    }
  };

  const underway = new Set<Promise<void>>();
  const commit = async (events: readonly UsageEvent[]) => {
    await deliver(toMessages(events));
    return events.map(() => null);
  };
  const join = createGroupCommit<UsageEvent, null>(commit, { restMs, now, sleep });
  return {
    send(event) {
      const sending = join(event).then(() => undefined);
      underway.add(sending);
      return sending.finally(() => underway.delete(sending));
    },
    async drained() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };
};
