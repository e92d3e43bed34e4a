import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  KMSClient,
  NotFoundException,
} from "@aws-sdk/client-kms";
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { createTables } from "./create-tables";
import {
  deadLetterQueueName,
  localTables,
  promptKeyAlias,
  usageQueueName,
  vaultKeyAlias,
} from "./resources";

export type Provisioned = {
  readonly usageQueueUrl: string;
  readonly usageQueueArn: string;
  readonly vaultKeyId: string;
  readonly promptKeyId: string;
};

const createQueue = async (
  client: SQSClient,
  QueueName: string,
  Attributes: Record<string, string>,
): Promise<{ url: string; arn: string }> => {
  const { QueueUrl = "" } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
  const { Attributes: read } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
  );
  return { url: QueueUrl, arn: read?.QueueArn ?? "" };
};

const createQueues = async (client: SQSClient) => {
  const fourteenDays = String(14 * 86_400);
  const deadLetters = await createQueue(client, deadLetterQueueName, {
    MessageRetentionPeriod: fourteenDays,
  });
  return createQueue(client, usageQueueName, {
    MessageRetentionPeriod: fourteenDays,
    // What a stopped or killed recorder had taken comes back after this; a batch takes a second or two.
    VisibilityTimeout: "15",
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: 10 }),
  });
};

const createKey = async (client: KMSClient, AliasName: string): Promise<string> => {
  try {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: AliasName }));
    return KeyMetadata?.KeyId ?? "";
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error;
  }
  const { KeyMetadata } = await client.send(new CreateKeyCommand({}));
  const TargetKeyId = KeyMetadata?.KeyId ?? "";
  await client.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
  return TargetKeyId;
};

/** Creates what is missing of tables, queues and keys; what is there stays. */
export const provision = async (): Promise<Provisioned> => {
  const kms = new KMSClient({});
  const [queue, vaultKeyId, promptKeyId] = await Promise.all([
    createQueues(new SQSClient({})),
    createKey(kms, vaultKeyAlias),
    createKey(kms, promptKeyAlias),
    createTables(new DynamoDBClient({}), localTables),
  ]);
  return { usageQueueUrl: queue.url, usageQueueArn: queue.arn, vaultKeyId, promptKeyId };
};
