import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";

export type DeleteParts = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (delayMs: number) => Promise<unknown>;
};

/**
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
 * (read 2026-11-24), which asks to wait longer each time before what was not processed is sent again.
 */
const mostAtOnce = 25;
const mostTries = 10;
const longestDelayMs = 5_000;

const deleteBatch = async (parts: DeleteParts, batch: readonly WriteRequest[]): Promise<void> => {
  const { client, tableName, random, sleep } = parts;
  let left = [...batch];
  for (let tries = 1; left.length > 0; tries += 1) {
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [tableName]: left } }),
    );
    left = UnprocessedItems?.[tableName] ?? [];
    if (left.length === 0) return;
    if (tries >= mostTries) {
      throw new Error(
        `the table ${tableName} did not delete ${left.length} items in ${tries} tries`,
      );
    }
    await sleep(random() * Math.min(longestDelayMs, 50 * 2 ** tries));
  }
};

/** Deletes items by their keys; those that are gone already are no error. */
export const deleteItems = async (
  parts: DeleteParts,
  items: readonly Record<string, AttributeValue>[],
): Promise<void> => {
  const requests = items.flatMap(({ pk, sk }) =>
    pk && sk ? [{ DeleteRequest: { Key: { pk, sk } } }] : [],
  );
  for (let from = 0; from < requests.length; from += mostAtOnce) {
    await deleteBatch(parts, requests.slice(from, from + mostAtOnce));
  }
};
