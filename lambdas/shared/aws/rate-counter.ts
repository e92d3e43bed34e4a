import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { createGroupCommit } from "../group-commit";

/** Counts the requests of one minute; never admits more than the limit. */
export type RateCounter = {
  admit(): Promise<boolean>;
  /** Uncounts an admitted request that another limit refused. */
  giveBack(): Promise<void>;
};

export type RateCounterOptions = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly pk: string;
  readonly sk: string;
  readonly limit: number;
  readonly expiresAtSeconds: number;
};

export const createRateCounter = (options: RateCounterOptions): RateCounter => {
  const { client, tableName, pk, sk, limit, expiresAtSeconds } = options;

  const add = async (count: number): Promise<boolean> => {
    if (count > limit) return false;
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: { S: pk }, sk: { S: sk } },
          UpdateExpression: "ADD used :count SET expiresAtSeconds = :ttl",
          ConditionExpression: "attribute_not_exists(used) OR used <= :most",
          ExpressionAttributeValues: {
            ":count": { N: String(count) },
            ":most": { N: String(limit - count) },
            ":ttl": { N: String(expiresAtSeconds) },
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  /** Halves a group that does not fit as a whole: log2(n) calls find how many still do. */
  const admitUpTo = async (count: number): Promise<number> => {
    if (await add(count)) return count;
    if (count === 1) return 0;
    const half = Math.ceil(count / 2);
    const first = await admitUpTo(half);
    return first < half ? first : first + (await admitUpTo(count - half));
  };

  const join = createGroupCommit<null, boolean>(async (batch) => {
    const admitted = await admitUpTo(batch.length);
    return batch.map((_, at) => at < admitted);
  });
  const uncount = createGroupCommit<null, null>(async (batch) => {
    await client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: { pk: { S: pk }, sk: { S: sk } },
        UpdateExpression: "ADD used :back",
        ConditionExpression: "used >= :count",
        ExpressionAttributeValues: {
          ":back": { N: String(-batch.length) },
          ":count": { N: String(batch.length) },
        },
      }),
    );
    return batch.map(() => null);
  });
  return {
    admit: () => join(null),
    giveBack: async () => {
      await uncount(null);
    },
  };
};
