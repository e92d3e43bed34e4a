import * as z from "zod";
import { accountId } from "../names";
import { type Operations, operation } from "../operation";
import { type Broker, queueArn } from "./broker";
import { md5OfAttributes, md5OfBody } from "./digests";
import type { JournalRecord } from "./journal-record";
import { type Message, type MessageAttributes, receiptHandle } from "./message";
import type { Queue } from "./queue";
import { numberAttribute, redrivePolicy } from "./queue-attributes";

const receiveSchema = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.int().min(0).max(20).optional(),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  MessageAttributeNames: z.array(z.string()).default([]),
});

type Receive = z.output<typeof receiveSchema>;

const systemAttributes = (message: Message, wanted: readonly string[]) => {
  const all: Record<string, string | undefined> = {
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? 0),
    SentTimestamp: String(message.sentAt),
    SenderId: accountId,
    DeadLetterQueueSourceArn: message.deadLetterSource,
  };
  const chosen = Object.entries(all).filter(
    ([name, value]) => value !== undefined && (wanted.includes("All") || wanted.includes(name)),
  );
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
};

const isWanted = (name: string, wanted: readonly string[]): boolean =>
  wanted.some((pattern) =>
    pattern.endsWith("*")
      ? name.startsWith(pattern.replace(/\.?\*$/, ""))
      : pattern === "All" || pattern === name,
  );

const toAnswer = (message: Message, input: Receive): object => {
  const attributes: MessageAttributes = Object.fromEntries(
    Object.entries(message.attributes).filter(([name]) =>
      isWanted(name, input.MessageAttributeNames),
    ),
  );
  const system = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
  const digest = md5OfAttributes(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle(message),
    MD5OfBody: md5OfBody(message.body),
    Body: message.body,
    Attributes: systemAttributes(message, system),
    ...(digest !== undefined && {
      MessageAttributes: attributes,
      MD5OfMessageAttributes: digest,
    }),
  };
};

/** Where a message goes that was received too often, if it was. */
const deadLetterQueue = (broker: Broker, queue: Queue, message: Message): Queue | undefined => {
  const policy = redrivePolicy(queue.attributes);
  if (!policy || message.receiveCount < policy.maxReceiveCount) return undefined;
  return broker.get(policy.deadLetterTargetArn.split(":").at(-1) ?? "");
};

const moveRecord = (broker: Broker, from: Queue, to: Queue, message: Message): JournalRecord => ({
  change: "move",
  queue: from.name,
  sequence: message.sequence,
  to: to.name,
  message: {
    ...message,
    sequence: broker.nextSequence(),
    visibleAt: broker.now(),
    receiveCount: 0,
    firstReceivedAt: undefined,
    deadLetterSource: queueArn(from.name),
  },
});

/** Takes what is visible now, once around; messages beyond `maxReceiveCount` go to their queue. */
const takeOnce = async (broker: Broker, queue: Queue, input: Receive): Promise<object[]> => {
  const now = broker.now();
  const hidden = input.VisibilityTimeout ?? numberAttribute(queue.attributes, "VisibilityTimeout");
  const records: JournalRecord[] = [];
  const delivered: Message[] = [];
  while (delivered.length < input.MaxNumberOfMessages) {
    const taken = queue.takeVisible(now, input.MaxNumberOfMessages - delivered.length);
    if (taken.length === 0) break;
    for (const message of taken) {
      const deadLetters = deadLetterQueue(broker, queue, message);
      if (deadLetters) records.push(moveRecord(broker, queue, deadLetters, message));
      else {
        const { sequence } = message;
        const until = now + hidden * 1000;
        records.push({ change: "receive", queue: queue.name, sequence, at: now, until });
        delivered.push(message);
      }
    }
  }
  const committed = broker.commit(records);
  // Taken before the write is awaited: a message received anew meanwhile has another handle.
  const answers = delivered.map((message) => toAnswer(message, input));
  await committed;
  return answers;
};

/** ReceiveMessage, with long polling; the wait is real time, visibility is the broker's clock. */
export const receiveOperations = (broker: Broker): Operations => ({
  ReceiveMessage: operation(receiveSchema, async (input) => {
    const queue = broker.find(input.QueueUrl);
    const waitSeconds =
      input.WaitTimeSeconds ?? numberAttribute(queue.attributes, "ReceiveMessageWaitTimeSeconds");
    const over = new AbortController();
    const stop = (): void => {
      over.abort();
    };
    const timer = setTimeout(stop, waitSeconds * 1000);
    broker.closing.addEventListener("abort", stop);
    try {
      for (;;) {
        const Messages = await takeOnce(broker, queue, input);
        if (Messages.length > 0) return { Messages };
        if (waitSeconds === 0 || over.signal.aborted || broker.closing.aborted) return {};
        await broker.changed(queue, over.signal);
      }
    } finally {
      clearTimeout(timer);
      broker.closing.removeEventListener("abort", stop);
    }
  }),
});
