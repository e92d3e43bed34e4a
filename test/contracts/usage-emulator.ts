import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tables } from "../../core/storage/tables";
import type { WriteParts } from "../../lambdas/shared/aws/dynamo-usage-store-write";
import { startEmulators } from "../../local/emulators/start-emulators";

export type UsageEmulator = {
  readonly endpoint: string;
  /** What a store is made of, with a client of its own. */
  readonly parts: () => WriteParts;
  readonly close: () => Promise<void>;
};

const signIn = {
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
};

/** An emulated DynamoDB with an empty usage table. */
export const openUsageEmulator = async (): Promise<UsageEmulator> => {
  const dataDir = await mkdtemp(join(tmpdir(), "usage-store-"));
  const emulators = await startEmulators({ dataDir, now: Date.now });
  const clients: DynamoDBClient[] = [];
  const newClient = (): DynamoDBClient => {
    const client = new DynamoDBClient({ ...signIn, endpoint: emulators.endpoint });
    clients.push(client);
    return client;
  };
  const { name, partitionKey, sortKey } = tables.usage;
  await newClient().send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [
        { AttributeName: partitionKey, AttributeType: "S" },
        { AttributeName: sortKey, AttributeType: "S" },
      ],
      KeySchema: [
        { AttributeName: partitionKey, KeyType: "HASH" },
        { AttributeName: sortKey, KeyType: "RANGE" },
      ],
    }),
  );
  return {
    endpoint: emulators.endpoint,
    parts: () => ({
      client: newClient(),
      table: name,
      random: Math.random,
      sleep: (delayMs) => new Promise((wake) => setTimeout(wake, delayMs)),
    }),
    close: async () => {
      for (const client of clients) client.destroy();
      await emulators.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
