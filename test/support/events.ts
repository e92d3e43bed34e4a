import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { Identity } from "../../local/identity";
import { region } from "../../local/resources";
import type { Product } from "./product";

/** Subscribes to the product's events as existing monitoring would: by a rule and a queue. */
export const listenForEvents = async ({
  dataDir,
  awsEndpoint: endpoint,
}: Pick<Product, "dataDir" | "awsEndpoint">) => {
  const { accessKeyId, secretAccessKey } = JSON.parse(
    readFileSync(join(dataDir, "identity.json"), "utf8"),
  ) as Identity;
  const config = { endpoint, region, credentials: { accessKeyId, secretAccessKey } };
  const queues = new SQSClient({ ...config, useQueueUrlAsEndpoint: false });
  const bus = new EventBridgeClient(config);
  const { QueueUrl } = await queues.send(new CreateQueueCommand({ QueueName: "monitoring" }));
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
  );
  const EventPattern = JSON.stringify({ source: ["smashcost"] });
  await bus.send(new PutRuleCommand({ Name: "monitoring", EventPattern }));
  const target = { Id: "monitoring", Arn: Attributes?.QueueArn ?? "" };
  await bus.send(new PutTargetsCommand({ Rule: "monitoring", Targets: [target] }));
  return {
    /** All events so far. */
    async received(): Promise<readonly unknown[]> {
      const { Messages = [] } = await queues.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 2 }),
      );
      return Messages.map(({ Body = "{}" }) => JSON.parse(Body) as unknown);
    },
    close() {
      queues.destroy();
      bus.destroy();
    },
  };
};
