import { setTimeout as wait } from "node:timers/promises";
import { GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { UsageQueue } from "../../core/ports/usage-queue";
import { createSqsUsageQueue } from "../../lambdas/shared/aws/sqs-usage-queue";
import type { LocalClient } from "./local-product";

/** A queue of AWS, reached as the environment says, or one of this machine's product. */
export type Destination =
  | { readonly kind: "aws"; readonly queueUrl: string }
  | { readonly kind: "local"; readonly queueName: string; readonly client: LocalClient };

/** What the local product always has. */
export const localQueueName = "smashcost-usage";

export type OpenQueue = {
  readonly queue: UsageQueue;
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly close: () => void;
};

/** @param onFailure - called for each event that the queue gives up. */
export const openUsageQueue = async (
  destination: Destination,
  onFailure: () => void,
): Promise<OpenQueue> => {
  const client = new SQSClient(
    destination.kind === "local" ? destination.client : { useQueueUrlAsEndpoint: false },
  );
  const { QueueUrl: queueUrl = "" } =
    destination.kind === "aws"
      ? { QueueUrl: destination.queueUrl }
      : await client.send(new GetQueueUrlCommand({ QueueName: destination.queueName }));
  const quiet = () => undefined;
  const queue = createSqsUsageQueue({
    client,
    queueUrl,
    // What the queue gives up it would log whole: the commands that send only count it.
    log: { info: quiet, warn: quiet, error: onFailure },
    now: Date.now,
    random: Math.random,
    sleep: (delayMs) => wait(delayMs),
  });
  return { queue, client, queueUrl, close: () => client.destroy() };
};
