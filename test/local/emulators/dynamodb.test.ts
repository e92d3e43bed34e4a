import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { type Harness, startHarnessWithTable, times } from "./harness";

const TableName = "items";
const key = (sk: string) => ({ pk: { S: "p" }, sk: { S: sk } });
const one = { ":one": { N: "1" } };
const addOne = (sk: string) => ({
  TableName,
  Key: key(sk),
  UpdateExpression: "ADD n :one",
  ExpressionAttributeValues: one,
});
const putNew = (sk: string): TransactWriteItem => ({
  Put: {
    TableName,
    Item: key(sk),
    ConditionExpression: "attribute_not_exists(pk)",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  },
});

let harness: Harness;
beforeAll(async () => {
  harness = await startHarnessWithTable();
});
afterAll(() => harness.dispose());

const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
  harness.dynamoDb.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
const read = async (sk: string) =>
  (await harness.dynamoDb.send(new GetItemCommand({ TableName, Key: key(sk) }))).Item;
const numberAt = async (sk: string) => Number((await read(sk))?.n?.N ?? "0");

describe("plain writes", () => {
  test("a hundred parallel updates of one item all count", async () => {
    await times(100, () => harness.dynamoDb.send(new UpdateItemCommand(addOne("counted"))));
    expect(await numberAt("counted")).toBe(100);
  });

  test("of a hundred parallel conditional updates exactly as many pass as the condition allows", async () => {
    const bounded = {
      ...addOne("bounded"),
      ConditionExpression: "attribute_not_exists(n) OR n < :most",
      ExpressionAttributeValues: { ...one, ":most": { N: "37" } },
    };
    const results = await times(100, () =>
      harness.dynamoDb.send(new UpdateItemCommand(bounded)).then(
        () => "passed",
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      ),
    );
    expect(results.filter((result) => result === "passed")).toHaveLength(37);
    expect(new Set(results)).toEqual(new Set(["passed", "ConditionalCheckFailedException"]));
    expect(await numberAt("bounded")).toBe(37);
  });

  test("a failed condition brings the item that made it fail, if that is asked for", async () => {
    const Item = { ...key("taken"), by: { S: "first" } };
    await harness.dynamoDb.send(new PutItemCommand({ TableName, Item }));
    const again = new PutItemCommand({
      TableName,
      Item: key("taken"),
      ConditionExpression: "attribute_not_exists(pk)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    await expect(harness.dynamoDb.send(again)).rejects.toMatchObject({
      name: "ConditionalCheckFailedException",
      Item,
    });
  });
});

describe("transactions", () => {
  test("either all writes land or none", async () => {
    await transact([putNew("a1"), putNew("a2")]);
    await expect(transact([putNew("a3"), putNew("a2")])).rejects.toMatchObject({
      name: "TransactionCanceledException",
      CancellationReasons: [{ Code: "None" }, { Code: "ConditionalCheckFailed", Item: key("a2") }],
    });
    expect(await read("a3")).toBeUndefined();
  });

  test("updates, deletions and condition checks go together with puts", async () => {
    await transact([putNew("b1"), putNew("b2")]);
    await transact([
      { Update: addOne("b3") },
      { Delete: { TableName, Key: key("b1") } },
      {
        ConditionCheck: { TableName, Key: key("b2"), ConditionExpression: "attribute_exists(pk)" },
      },
    ]);
    expect([await read("b1"), await read("b2"), await numberAt("b3")]).toEqual([
      undefined,
      key("b2"),
      1,
    ]);
  });

  test("two writes to one item are refused", async () => {
    await expect(transact([{ Update: addOne("c") }, putNew("c")])).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining("multiple operations on one item"),
    });
  });

  test("a hundred parallel transactions mixed with plain updates all count", async () => {
    await times<unknown>(100, (index) =>
      index % 2 === 0
        ? transact([{ Update: addOne("mixed") }, { Update: addOne(`side-${index}`) }])
        : harness.dynamoDb.send(new UpdateItemCommand(addOne("mixed"))),
    );
    expect(await numberAt("mixed")).toBe(100);
  });

  test("of a hundred parallel transactions that claim one item exactly one wins, whole", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        transact([putNew("claim"), putNew(`claimed-by-${index}`)]),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const query = new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :p AND begins_with(sk, :claimed)",
      ExpressionAttributeValues: { ":p": { S: "p" }, ":claimed": { S: "claimed-by-" } },
    });
    expect((await harness.dynamoDb.send(query)).Count).toBe(1);
  });

  test("a reading transaction never sees half of a writing one", async () => {
    const Get = (sk: string) => ({ Get: { TableName, Key: key(sk) } });
    const seen = await times(60, async (index) => {
      if (index % 2 === 0) {
        await transact([{ Update: addOne("left") }, { Update: addOne("right") }]);
        return [];
      }
      const both = new TransactGetItemsCommand({ TransactItems: [Get("left"), Get("right")] });
      const { Responses = [] } = await harness.dynamoDb.send(both);
      return [Responses.map(({ Item }) => Item?.n?.N)];
    });
    for (const [left, right] of seen.flat()) expect(left).toBe(right);
  });
});

describe("request tokens", () => {
  test("a repeated transaction is carried out once, also after a restart", async () => {
    await transact([{ Update: addOne("once") }], "token-1");
    harness = await harness.restart();
    await transact([{ Update: addOne("once") }], "token-1");
    expect(await numberAt("once")).toBe(1);
  });

  test("a token that was used for another transaction is refused", async () => {
    await transact([{ Update: addOne("d1") }], "token-2");
    await expect(transact([{ Update: addOne("d2") }], "token-2")).rejects.toMatchObject({
      name: "IdempotentParameterMismatchException",
    });
  });

  test("a token is forgotten after ten minutes", async () => {
    await transact([{ Update: addOne("twice") }], "token-3");
    harness.advance(10 * 60_000);
    await harness.emulators.tick();
    await transact([{ Update: addOne("twice") }], "token-3");
    expect(await numberAt("twice")).toBe(2);
  });
});
