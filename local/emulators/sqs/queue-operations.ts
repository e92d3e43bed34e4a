import * as z from "zod";
import { accountId } from "../names";
import { type Operations, operation } from "../operation";
import { type Broker, queueArn } from "./broker";
import type { Queue } from "./queue";
import { checkAttributes, defaultAttributes, type QueueAttributes } from "./queue-attributes";
import { queueDoesNotExist, queueNameExists } from "./sqs-errors";

const attributesSchema = z.record(z.string(), z.string());
const nameSchema = z.string().regex(/^[\w-]{1,80}$/, "must be 1 to 80 letters, digits, - or _");

const describe = (queue: Queue, now: number): Record<string, string> => {
  const { visible, inFlight, delayed } = queue.counts(now);
  return {
    ...queue.attributes,
    QueueArn: queueArn(queue.name),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    CreatedTimestamp: String(Math.floor(queue.createdAt / 1000)),
    LastModifiedTimestamp: String(Math.floor(queue.modifiedAt / 1000)),
  };
};

const store = (
  broker: Broker,
  name: string,
  attributes: QueueAttributes,
  createdAt = broker.now(),
): Promise<void> =>
  broker.commit([
    { change: "queue", queue: name, attributes, createdAt, modifiedAt: broker.now() },
  ]);

const differs = (queue: Queue, attributes: QueueAttributes): boolean =>
  Object.entries(attributes).some(([name, value]) => queue.attributes[name] !== value);

const creation = (broker: Broker, urlOf: (name: string) => string): Operations => ({
  CreateQueue: operation(
    z.object({ QueueName: nameSchema, Attributes: attributesSchema.default({}) }),
    async ({ QueueName, Attributes }) => {
      checkAttributes(Attributes);
      const existing = broker.get(QueueName);
      if (existing && differs(existing, Attributes)) throw queueNameExists(QueueName);
      if (!existing) await store(broker, QueueName, { ...defaultAttributes, ...Attributes });
      return { QueueUrl: urlOf(QueueName) };
    },
  ),
  GetQueueUrl: operation(z.object({ QueueName: z.string() }), ({ QueueName }) => {
    if (!broker.get(QueueName)) throw queueDoesNotExist();
    return { QueueUrl: urlOf(QueueName) };
  }),
  ListQueues: operation(
    z.object({ QueueNamePrefix: z.string().default("") }),
    ({ QueueNamePrefix }) => {
      const names = broker.all().map(({ name }) => name);
      return { QueueUrls: names.filter((name) => name.startsWith(QueueNamePrefix)).map(urlOf) };
    },
  ),
});

/**
 * The operations that make and describe queues.
 *
 * @param endpoint - where the emulators listen; it is known only once they do.
 */
export const queueOperations = (broker: Broker, endpoint: () => string): Operations => ({
  ...creation(broker, (name) => `${endpoint()}/${accountId}/${name}`),
  GetQueueAttributes: operation(
    z.object({ QueueUrl: z.string(), AttributeNames: z.array(z.string()).default([]) }),
    ({ QueueUrl, AttributeNames }) => {
      const all = describe(broker.find(QueueUrl), broker.now());
      const isWanted = (name: string) =>
        AttributeNames.includes("All") || AttributeNames.includes(name);
      return {
        Attributes: Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name))),
      };
    },
  ),
  SetQueueAttributes: operation(
    z.object({ QueueUrl: z.string(), Attributes: attributesSchema }),
    async ({ QueueUrl, Attributes }) => {
      checkAttributes(Attributes);
      const queue = broker.find(QueueUrl);
      const attributes = { ...queue.attributes, ...Attributes };
      await store(broker, queue.name, attributes, queue.createdAt);
      return {};
    },
  ),
});
