import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { createGroupCommit } from "../group-commit";
import { createPace } from "../pace";

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
  readonly now: () => number;
};

/** A busy process counts ahead what it will admit within this time, */
const aheadMs = 200;
/** but never for so few requests that waiting for each costs less, */
const fewest = 4;
/** and at most this part of the limit. */
const partOfLimit = 100;

export const createRateCounter = (options: RateCounterOptions): RateCounter => {
  const { client, tableName, pk, sk, limit, expiresAtSeconds, now } = options;
  const pace = createPace(now);
  /** Counted already, and not yet given to a request; what is left ends with the minute. */
  let ahead = 0;
  let refilling = false;

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
  const refill = async (): Promise<void> => {
    const wanted = Math.min(pace.within(aheadMs), Math.floor(limit / partOfLimit));
    if (refilling || wanted < fewest || ahead > wanted / 2) return;
    refilling = true;
    try {
      if (await add(wanted)) ahead += wanted;
    } finally {
      refilling = false;
    }
  };

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
    async admit() {
      pace.note();
      // A refill that fails leaves the next requests to ask for themselves.
      refill().catch(() => undefined);
      if (ahead === 0) return join(null);
      ahead -= 1;
      return true;
    },
    giveBack: async () => {
      await uncount(null);
    },
  };
};
