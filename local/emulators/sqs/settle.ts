import * as z from "zod";
import { type Operations, operation } from "../operation";
import { batchEntries, runBatch } from "./batch";
import type { Broker } from "./broker";
import type { JournalRecord } from "./journal-record";
import { parseReceiptHandle, type Receipt } from "./message";
import type { Queue } from "./queue";
import { messageNotInflight, receiptHandleInvalid } from "./sqs-errors";

const deletionSchema = z.object({ ReceiptHandle: z.string() });
const visibilitySchema = deletionSchema.extend({
  VisibilityTimeout: z.int().min(0).max(43_200),
});
const ofQueue = z.object({ QueueUrl: z.string() });

type Done = { readonly answer: object; readonly records: readonly JournalRecord[] };

const parseHandle = (handle: string): Receipt => {
  const receipt = parseReceiptHandle(handle);
  if (receipt) return receipt;
  throw receiptHandleInvalid();
};

/** A receipt that is not the message's latest deletes nothing, and that is no error. */
const remove = (queue: Queue, { ReceiptHandle }: z.output<typeof deletionSchema>): Done => {
  const message = queue.find(parseHandle(ReceiptHandle));
  if (!message) return { answer: {}, records: [] };
  const { sequence } = message;
  return { answer: {}, records: [{ change: "delete", queue: queue.name, sequence }] };
};

const hide = (
  broker: Broker,
  queue: Queue,
  { ReceiptHandle, VisibilityTimeout }: z.output<typeof visibilitySchema>,
): Done => {
  const message = queue.find(parseHandle(ReceiptHandle));
  const now = broker.now();
  if (!message || message.visibleAt <= now) throw messageNotInflight();
  const until = now + VisibilityTimeout * 1000;
  const { sequence } = message;
  return { answer: {}, records: [{ change: "hide", queue: queue.name, sequence, until }] };
};

/** DeleteMessage, ChangeMessageVisibility and their batches, and PurgeQueue. */
export const settleOperations = (broker: Broker): Operations => ({
  DeleteMessage: operation(ofQueue.extend(deletionSchema.shape), async (input) => {
    const { answer, records } = remove(broker.find(input.QueueUrl), input);
    await broker.commit(records);
    return answer;
  }),
  DeleteMessageBatch: operation(
    ofQueue.extend({ Entries: batchEntries(deletionSchema) }),
    ({ QueueUrl, Entries }) => {
      const queue = broker.find(QueueUrl);
      return runBatch(broker, Entries, (entry) => remove(queue, entry));
    },
  ),
  ChangeMessageVisibility: operation(ofQueue.extend(visibilitySchema.shape), async (input) => {
    const { answer, records } = hide(broker, broker.find(input.QueueUrl), input);
    await broker.commit(records);
    return answer;
  }),
  ChangeMessageVisibilityBatch: operation(
    ofQueue.extend({ Entries: batchEntries(visibilitySchema) }),
    ({ QueueUrl, Entries }) => {
      const queue = broker.find(QueueUrl);
      return runBatch(broker, Entries, (entry) => hide(broker, queue, entry));
    },
  ),
  PurgeQueue: operation(ofQueue, async ({ QueueUrl }) => {
    await broker.commit([{ change: "purge", queue: broker.find(QueueUrl).name }]);
    return {};
  }),
});
