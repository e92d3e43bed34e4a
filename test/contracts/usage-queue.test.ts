import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
} from "@aws-sdk/client-sqs";
import { envelopeSchema, recordableSchema } from "../../core/usage/usage-envelope";
import type { UsageEvent } from "../../core/usage/usage-event";
import { createSqsUsageQueue } from "../../lambdas/shared/aws/sqs-usage-queue";
import { createMemoryLog } from "../fakes/memory-log";
import { createMemoryUsageQueue } from "../fakes/memory-usage-queue";
import { type Harness, startHarness } from "../local/emulators/harness";
import { queueGuarantees } from "./usage-queue-guarantees";

describe("the usage queue in memory", () => {
  queueGuarantees(() => {
    const queue = createMemoryUsageQueue();
    return { queue, arrived: async () => queue.events };
  });
});

describe("the usage queue in SQS", () => {
  let cloud: Harness;
  let QueueUrl = "";
  beforeAll(async () => {
    cloud = await startHarness();
    ({ QueueUrl = "" } = await cloud.sqs.send(new CreateQueueCommand({ QueueName: "usage" })));
  });
  afterAll(() => cloud.dispose());

  const arrived = async (): Promise<UsageEvent[]> => {
    const events: UsageEvent[] = [];
    for (;;) {
      const { Messages = [] } = await cloud.sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      if (Messages.length === 0) return events;
      for (const { Body = "" } of Messages) {
        events.push(
          ...envelopeSchema
            .parse(JSON.parse(Body))
            .events.map((event) => recordableSchema.parse(event)),
        );
      }
      const Entries = Messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
      await cloud.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    }
  };

  queueGuarantees(() => ({
    queue: createSqsUsageQueue({
      client: cloud.sqs,
      queueUrl: QueueUrl,
      log: createMemoryLog().log,
      now: Date.now,
      random: () => 0,
      sleep: async () => undefined,
    }),
    arrived,
  }));
});
