import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { createGroupCommit } from "../group-commit";

/**
 * One budget's counter in the `limits` table: `committed` is what was spent and what is set aside,
 * in pUSD; each process with requests in flight keeps its share in a lease attribute of its own, so
 * that reserving and settling is one conditional `UpdateItem` without a transaction, and what a dead
 * process had set aside can be told from what was spent.
 */
export type BudgetCounter = {
  /** Grants all of `amount` or nothing. */
  reserve(amount: bigint): Promise<boolean>;
  settle(reserved: bigint, actual: bigint): Promise<void>;
};

type Change = { readonly reserve: bigint; readonly actual: bigint; readonly release: bigint };
type Item = Record<string, AttributeValue>;

export type BudgetCounterOptions = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly pk: string;
  readonly sk: string;
  readonly limit: bigint;
  /** Names this process; unique among all that share the table. */
  readonly instance: string;
  readonly now: () => number;
  /** After this long without a write a lease belongs to a dead process. */
  readonly leaseMs: number;
  readonly expiresAtSeconds: number;
};

const leasePrefix = "lease#";
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

/** The item as it was when a condition failed; undefined if the failure was no condition's. */
const refusedItem = (error: unknown): Item | undefined => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item;
};

export const createBudgetCounter = (options: BudgetCounterOptions): BudgetCounter => {
  const { client, tableName, pk, sk, limit, instance, now, leaseMs, expiresAtSeconds } = options;
  const own = `${leasePrefix}${instance}`;
  let outstanding = 0n;

  const update = (input: Omit<UpdateItemCommandInput, "TableName" | "Key">) =>
    client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: { pk: { S: pk }, sk: { S: sk } },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        ...input,
      }),
    );

  /** Adds `net` to the counter and restates this process's lease in the same write. */
  const write = async (net: bigint, lease: bigint, condition?: { most: bigint }) => {
    await update({
      UpdateExpression: `ADD committed :net SET expiresAtSeconds = :ttl${
        lease > 0n ? ", #own = :lease" : ""
      }${lease > 0n ? "" : " REMOVE #own"}`,
      ...(condition && {
        ConditionExpression: "attribute_not_exists(committed) OR committed <= :most",
      }),
      ExpressionAttributeNames: { "#own": own },
      ExpressionAttributeValues: {
        ":net": { N: String(net) },
        ":ttl": { N: String(expiresAtSeconds) },
        ...(lease > 0n && {
          ":lease": { M: { held: { N: String(lease) }, until: { N: String(now() + leaseMs) } } },
        }),
        ...(condition && { ":most": { N: String(condition.most) } }),
      },
    });
    outstanding = lease;
  };

  /** Gives back the expired leases seen on the item; true if there were any. */
  const reclaim = async (item: Item | undefined): Promise<boolean> => {
    const expired = Object.entries(item ?? {}).filter(
      ([name, { M: lease }]) =>
        name.startsWith(leasePrefix) && name !== own && Number(lease?.until?.N) < now(),
    );
    for (const [name, lease] of expired) {
      await update({
        UpdateExpression: "ADD committed :back REMOVE #lease",
        ConditionExpression: "#lease = :seen",
        ExpressionAttributeNames: { "#lease": name },
        ExpressionAttributeValues: {
          ":back": { N: String(-BigInt(lease.M?.held?.N ?? "0")) },
          ":seen": lease,
        },
      }).catch(refusedItem); // another process gave it back first
    }
    return expired.length > 0;
  };

  const reserveOne = async (amount: bigint): Promise<boolean> => {
    for (let tries = 0; tries < 2; tries += 1) {
      try {
        await write(amount, outstanding + amount, { most: limit - amount });
        return true;
      } catch (error) {
        if (!(await reclaim(refusedItem(error)))) return false;
      }
    }
    return false;
  };

  const commit = async (changes: readonly Change[]): Promise<readonly boolean[]> => {
    const reserved = sum(changes.map((change) => change.reserve));
    const released = sum(changes.map((change) => change.release));
    const settled = sum(changes.map((change) => change.actual)) - released;
    const lease = outstanding - released;
    if (reserved === 0n) {
      await write(settled, lease);
      return changes.map(() => true);
    }
    try {
      await write(settled + reserved, lease + reserved, { most: limit - reserved - settled });
      return changes.map(() => true);
    } catch (error) {
      refusedItem(error);
    }
    // Not all fit: what was spent is written first, then each reservation stands for itself.
    if (settled !== 0n || released !== 0n) await write(settled, lease);
    const answers: boolean[] = [];
    for (const { reserve } of changes) {
      answers.push(reserve === 0n || (await reserveOne(reserve)));
    }
    return answers;
  };

  const join = createGroupCommit(commit);
  return {
    reserve: (amount) => join({ reserve: amount, actual: 0n, release: 0n }),
    settle: async (reserved, actual) => {
      await join({ reserve: 0n, actual, release: reserved });
    },
  };
};
