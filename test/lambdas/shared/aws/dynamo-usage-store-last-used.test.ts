import {
  DynamoDBClient,
  InternalServerError,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import type { KeyId } from "../../../../core/ids";
import { createDynamoUsageStore } from "../../../../lambdas/shared/aws/dynamo-usage-store";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");
const client = mockClient(DynamoDBClient);

const open = () =>
  createDynamoUsageStore({
    client: new DynamoDBClient({ region: "us-east-1" }),
    table: "usage",
    random: Math.random,
    sleep: () => Promise.resolve(),
  });

/** The keys that were written so far, with the times. */
const written = () =>
  client.commandCalls(UpdateItemCommand).map(({ args: [{ input }] }) => {
    const time = Number(input.ExpressionAttributeValues?.[":at"]?.N);
    return [input.Key?.sk?.S, time - at];
  });

beforeEach(() => {
  client.reset();
  client.on(TransactWriteItemsCommand).resolves({});
  client.on(UpdateItemCommand).resolves({});
});

describe("the time at which a key was used last", () => {
  test("is written once for many requests, and again after ten seconds", async () => {
    const store = open();
    const use = (ms: number, key: string) => usageEvent({ at: at + ms, key: key as KeyId }, ms);
    await store.record([use(0, "Key0000001"), use(5, "Key0000001"), use(3, "Key0000002")]);
    await store.record([use(9_000, "Key0000001")]);
    await store.record([use(10_005, "Key0000001")]);
    expect(written()).toEqual([
      ["Key0000001", 5],
      ["Key0000002", 3],
      ["Key0000001", 10_005],
    ]);
  });

  test("that can't be written keeps no request from its row, and is written with the next", async () => {
    const store = open();
    const failure = new InternalServerError({ $metadata: {}, message: "" });
    client.on(UpdateItemCommand).rejectsOnce(failure).resolves({});
    expect(await store.record([usageEvent({ at })])).toEqual({ recorded: 1, duplicates: 0 });
    await store.record([usageEvent({ at: at + 1 }, 1)]);
    expect(written()).toEqual([
      ["Key0000001", 0],
      ["Key0000001", 1],
    ]);
  });
});
