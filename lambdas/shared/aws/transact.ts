import {
  type DynamoDBClient,
  DynamoDBServiceException,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";

export type TransactParts = {
  readonly client: DynamoDBClient;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (delayMs: number) => Promise<unknown>;
};

const mostTries = 10;
const longestDelayMs = 500;

// Source: the API reference of TransactWriteItems, "Errors" and "Cancellation Reasons":
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
// (read 2026-11-24). Only what says for certain that nothing was written.
const contendedReasons = new Set([
  "None",
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);
const contendedErrors = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
]);

const codesOf = (error: TransactionCanceledException): readonly string[] =>
  (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");

const isContended = (error: unknown): boolean => {
  if (error instanceof TransactionCanceledException) {
    return codesOf(error).every((code) => contendedReasons.has(code));
  }
  return error instanceof DynamoDBServiceException && contendedErrors.has(error.name);
};

/**
 * Writes all of it or nothing.
 *
 * @returns undefined once it is written; otherwise of each action whether its condition failed.
 */
export const transact = async (
  client: DynamoDBClient,
  TransactItems: TransactWriteItem[],
): Promise<readonly boolean[] | undefined> => {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const failed = codesOf(error).map((code) => code === "ConditionalCheckFailed");
    if (!failed.includes(true)) throw error;
    return failed;
  }
};

/**
 * Repeats a step of reading and writing that others got in the way of, each time from what is read
 * anew; so long until it answers something.
 *
 * @throws after ten tries, some two seconds.
 */
export const untilSettled = async <Outcome>(
  { random, sleep }: TransactParts,
  step: () => Promise<Outcome | undefined>,
): Promise<Outcome> => {
  let reason: unknown;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    try {
      const outcome = await step();
      if (outcome !== undefined) return outcome;
    } catch (error) {
      if (!isContended(error)) throw error;
      reason = error;
    }
    if (tries < mostTries) await sleep(random() * Math.min(longestDelayMs, 20 * 2 ** tries));
  }
  throw new Error(`the control table was contended ${mostTries} times; try again`, {
    cause: reason,
  });
};
