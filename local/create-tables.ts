import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { TableDefinition } from "../core/storage/tables";

const createTable = async (
  client: DynamoDBClient,
  { name, partitionKey, sortKey }: TableDefinition,
): Promise<void> => {
  try {
    await client.send(
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
  } catch (error) {
    // It stands from an earlier run, which is as good.
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: name });
};

const enableTimeToLive = async (
  client: DynamoDBClient,
  { name, timeToLive }: TableDefinition,
): Promise<void> => {
  if (timeToLive === undefined) return;
  const setting = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
  if (setting.TimeToLiveDescription?.AttributeName === timeToLive) return;
  const TimeToLiveSpecification = { AttributeName: timeToLive, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
};

/**
 * Creates the tables that are missing, billed on demand, with their time to live. Resolves when all
 * can be used; what stands already is left as it is.
 */
export const createTables = async (
  client: DynamoDBClient,
  definitions: readonly TableDefinition[],
): Promise<void> => {
  await Promise.all(
    definitions.map(async (definition) => {
      await createTable(client, definition);
      await enableTimeToLive(client, definition);
    }),
  );
};
