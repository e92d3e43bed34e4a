import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type Operations, operation } from "../operation";
import { batchEntries, runBatch } from "./batch";
import type { Broker } from "./broker";
import { md5OfAttributes, md5OfBody } from "./digests";
import type { JournalRecord } from "./journal-record";
import { type Message, messageAttributeSchema } from "./message";
import type { Queue } from "./queue";
import { numberAttribute } from "./queue-attributes";
import { batchError, invalidParameter } from "./sqs-errors";

const outgoingSchema = z.object({
  MessageBody: z.string(),
  DelaySeconds: z.int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), messageAttributeSchema).default({}),
});

type Outgoing = z.output<typeof outgoingSchema>;

/** The body and the attributes together, as SQS counts a message's size. */
const sizeOf = ({ MessageBody, MessageAttributes }: Outgoing): number => {
  let bytes = Buffer.byteLength(MessageBody);
  for (const [name, value] of Object.entries(MessageAttributes)) {
    bytes += Buffer.byteLength(name + value.DataType + (value.StringValue ?? ""));
    bytes += Buffer.byteLength(value.BinaryValue ?? "", "base64");
  }
  return bytes;
};

const checkSize = (queue: Queue, outgoing: Outgoing): void => {
  const max = numberAttribute(queue.attributes, "MaximumMessageSize");
  if (sizeOf(outgoing) > max) {
    throw invalidParameter(`Message must be shorter than ${max} bytes.`);
  }
  if (outgoing.MessageBody === "") throw invalidParameter("The message body is empty.");
};

type Sent = { readonly answer: object; readonly records: readonly JournalRecord[] };

/** Makes messages of what is sent; each n-th twice where `duplicateEvery` is n. */
export type Sender = (queue: Queue, outgoing: Outgoing) => Sent;

export const createSender = (broker: Broker, duplicateEvery: number | undefined): Sender => {
  let count = 0;
  return (queue, outgoing) => {
    checkSize(queue, outgoing);
    const now = broker.now();
    const delay = outgoing.DelaySeconds ?? numberAttribute(queue.attributes, "DelaySeconds");
    const message = (id: string): Message => ({
      sequence: broker.nextSequence(),
      id,
      body: outgoing.MessageBody,
      attributes: outgoing.MessageAttributes,
      sentAt: now,
      visibleAt: now + delay * 1000,
      receiveCount: 0,
    });
    count += 1;
    const id = randomUUID();
    const isTwice = duplicateEvery !== undefined && count % duplicateEvery === 0;
    const copies = isTwice ? [message(id), message(id)] : [message(id)];
    return {
      records: copies.map((copy) => ({ change: "send", queue: queue.name, message: copy })),
      answer: {
        MessageId: id,
        MD5OfMessageBody: md5OfBody(outgoing.MessageBody),
        MD5OfMessageAttributes: md5OfAttributes(outgoing.MessageAttributes),
      },
    };
  };
};

const maxBatchBytes = 1_048_576;

/** SendMessage and SendMessageBatch: answered once the messages are in the journal. */
export const sendOperations = (broker: Broker, send: Sender): Operations => ({
  SendMessage: operation(outgoingSchema.extend({ QueueUrl: z.string() }), async (input) => {
    const { answer, records } = send(broker.find(input.QueueUrl), input);
    await broker.commit(records);
    return answer;
  }),
  SendMessageBatch: operation(
    z.object({ QueueUrl: z.string(), Entries: batchEntries(outgoingSchema) }),
    async ({ QueueUrl, Entries }) => {
      const queue = broker.find(QueueUrl);
      const bytes = Entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
      if (bytes > maxBatchBytes) {
        throw batchError(
          "BatchRequestTooLong",
          `Batch requests cannot be longer than ${maxBatchBytes} bytes. You have sent ${bytes} bytes.`,
        );
      }
      return runBatch(broker, Entries, (entry) => send(queue, entry));
    },
  ),
});
