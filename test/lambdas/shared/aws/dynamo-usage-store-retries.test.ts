import {
  DynamoDBClient,
  InternalServerError,
  ResourceNotFoundException,
  ThrottlingException,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { UsageStoreBusyError } from "../../../../core/ports/usage-store";
import { createDynamoUsageStore } from "../../../../lambdas/shared/aws/dynamo-usage-store";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");
const events = [0, 1, 2].map((n) => usageEvent({ at }, n));
const $metadata = {};

const client = mockClient(DynamoDBClient);
const slept: number[] = [];
const store = createDynamoUsageStore({
  client: new DynamoDBClient({ region: "us-east-1" }),
  table: "usage",
  random: () => 0.5,
  sleep: async (delayMs) => {
    slept.push(delayMs);
  },
});

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata,
    message: "cancelled",
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** The ids that each transaction wanted to put, and how much it wanted to add to `requests`. */
const tries = () =>
  client.commandCalls(TransactWriteItemsCommand).map(({ args }) => {
    const items = args[0].input.TransactItems ?? [];
    const ids = items.flatMap(({ Put }) => Put?.Item?.sk?.S ?? []);
    const added = items.flatMap(({ Update }) => {
      const names = Object.entries(Update?.ExpressionAttributeNames ?? {});
      const place = names.find(([, name]) => name === "requests")?.[0].replace("#", ":");
      return place ? [Update?.ExpressionAttributeValues?.[place]?.N] : [];
    });
    return { ids, added };
  });

beforeEach(() => {
  client.reset();
  slept.length = 0;
});

describe("recording into DynamoDB", () => {
  test("takes a duplicate out of the rows and out of the sums, without waiting", async () => {
    client
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled("None", "ConditionalCheckFailed", "None", "None", "None", "None"))
      .resolves({});
    expect(await store.record(events)).toEqual({ recorded: 2, duplicates: 1 });
    const ids = events.map(({ id }) => id);
    expect(tries()).toEqual([
      { ids, added: ["3", "3", "3", "3"] },
      { ids: [ids[0], ids[2]], added: ["2", "2", "2", "2"] },
    ]);
    expect(slept).toEqual([]);
  });

  test.each([
    { name: "a conflict with another recorder", error: cancelled("None", "TransactionConflict") },
    { name: "a throttled partition", error: cancelled("ThrottlingError") },
    { name: "a table at its limit", error: cancelled("ProvisionedThroughputExceeded") },
    { name: "throttling", error: new ThrottlingException({ $metadata, message: "" }) },
    { name: "a failing server", error: new InternalServerError({ $metadata, message: "" }) },
    { name: "a broken connection", error: Object.assign(new Error("x"), { code: "ECONNRESET" }) },
    { name: "a time-out", error: Object.assign(new Error("x"), { name: "TimeoutError" }) },
  ])("waits for $name to pass, a little longer each time", async ({ error }) => {
    client.on(TransactWriteItemsCommand).rejectsOnce(error).rejectsOnce(error).resolves({});
    expect(await store.record(events)).toEqual({ recorded: 3, duplicates: 0 });
    expect(slept).toEqual([50, 100]);
  });

  test("gives up after ten tries and says that it is busy", async () => {
    client.on(TransactWriteItemsCommand).rejects(cancelled("TransactionConflict"));
    await expect(store.record(events)).rejects.toThrow(UsageStoreBusyError);
    expect(tries()).toHaveLength(10);
    expect(slept).toHaveLength(9);
  });

  test.each([
    {
      name: "a missing table",
      error: new ResourceNotFoundException({ $metadata, message: "no such table" }),
    },
    { name: "a transaction that can't be right", error: cancelled("ValidationError") },
    { name: "a mistake of ours", error: new TypeError("x is not a function") },
  ])("does not try $name again", async ({ error }) => {
    client.on(TransactWriteItemsCommand).rejects(error);
    await expect(store.record(events)).rejects.toThrow(error);
    expect(tries()).toHaveLength(1);
  });
});
