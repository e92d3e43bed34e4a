import {
  type DynamoDBClient,
  DynamoDBServiceException,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { UsageStoreBusyError } from "../../../core/ports/usage-store";
import { markDays } from "../../../core/usage/day-mark";
import { rollUp } from "../../../core/usage/rollup";
import { updateOf } from "./dynamo-usage-store-bucket";
import { markUpdateOf } from "./dynamo-usage-store-mark";
import type { UsageRow } from "./dynamo-usage-store-row";

export type WriteParts = {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (delayMs: number) => Promise<void>;
};

type Attempt =
  | { readonly kind: "written" }
  | { readonly kind: "duplicates"; readonly rest: readonly UsageRow[] }
  | { readonly kind: "busy"; readonly error: unknown };

const mostAttempts = 10;
const longestDelayMs = 1_500;

// Source: the API reference of TransactWriteItems, "Errors" and "Cancellation Reasons":
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
// (read 2026-11-24).
const passingReasons = new Set([
  "None",
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);
const passingErrors = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "TransactionInProgressException",
  "TimeoutError",
]);

const passes = (error: unknown): boolean => {
  if (typeof error !== "object" || error === null) return false;
  if ("name" in error && passingErrors.has(String(error.name))) return true;
  if (error instanceof DynamoDBServiceException) return error.$fault === "server";
  // A connection that failed, such as ECONNRESET; Node's own mistakes begin with ERR_.
  return "code" in error && /^E(?!RR_)[A-Z_]+$/.test(String(error.code));
};

/** One transaction: the rows first, so that the n-th reason is the n-th row's. */
const attempt = async (
  { client, table }: WriteParts,
  rows: readonly UsageRow[],
): Promise<Attempt> => {
  const puts = rows.map(({ item }) => ({
    Put: { TableName: table, Item: item, ConditionExpression: "attribute_not_exists(pk)" },
  }));
  const events = rows.map(({ event }) => event);
  const updates = [
    ...rollUp(events).map((bucket) => ({ Update: updateOf(table, bucket) })),
    ...markDays(events).map((mark) => ({ Update: markUpdateOf(table, mark) })),
  ];
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: [...puts, ...updates] }));
    return { kind: "written" };
  } catch (error) {
    if (error instanceof TransactionCanceledException) {
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");
      const rest = rows.filter((_, index) => codes[index] !== "ConditionalCheckFailed");
      if (rest.length < rows.length) return { kind: "duplicates", rest };
      if (codes.every((code) => passingReasons.has(code))) return { kind: "busy", error };
    }
    if (passes(error)) return { kind: "busy", error };
    throw error;
  }
};

/**
 * Writes rows with all that they add up to in one step, leaving out those that are there already.
 * A conflict with another recorder, or a throttled table, is waited for and tried again.
 *
 * @param rows - distinct, and few enough for one transaction.
 * @returns how many were written.
 * @throws UsageStoreBusyError after ten tries, some six seconds; rows may or may not be there.
 */
export const writeRows = async (parts: WriteParts, rows: readonly UsageRow[]): Promise<number> => {
  let left = rows;
  let tries = 0;
  while (left.length > 0) {
    const outcome = await attempt(parts, left);
    if (outcome.kind === "written") return left.length;
    if (outcome.kind === "duplicates") {
      left = outcome.rest;
      continue;
    }
    tries += 1;
    if (tries >= mostAttempts) {
      throw new UsageStoreBusyError(
        `the usage table did not take ${left.length} rows in ${tries} tries; send them again later`,
        { cause: outcome.error },
      );
    }
    await parts.sleep(parts.random() * Math.min(longestDelayMs, 50 * 2 ** tries));
  }
  return 0;
};
