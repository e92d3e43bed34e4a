import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  DynamoDBClient,
  GetItemCommand,
  paginateScan,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { createTables } from "../../../local/create-tables";
import {
  clientConfig,
  type Harness,
  itemsTable,
  makeDataDir,
  openHarness,
  startMs,
} from "./harness";

const TableName = itemsTable.name;
const childFile = require.resolve("./killed-child");

const startChild = async (dataDir: string) => {
  const child = spawn(process.execPath, ["--import", "tsx", childFile, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, endpoint: line.toString().trim() };
};

const put = (pk: string, sk: string) => ({
  Put: { TableName, Item: { pk: { S: pk }, sk: { S: sk } } },
});

/** What the emulators acknowledged before they were killed. */
type Acknowledged = { transactions: number[]; messages: string[]; additions: number };

const writeUntilKilled = async (endpoint: string, child: ChildProcess): Promise<Acknowledged> => {
  const config = { ...clientConfig(endpoint), maxAttempts: 1 };
  const dynamoDb = new DynamoDBClient(config);
  const sqs = new SQSClient(config);
  await createTables(dynamoDb, [itemsTable]);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "usage" }));
  const acknowledged: Acknowledged = { transactions: [], messages: [], additions: 0 };
  let next = 0;
  const addOne = new UpdateItemCommand({
    TableName,
    Key: { pk: { S: "counter" }, sk: { S: "counter" } },
    UpdateExpression: "ADD n :one",
    ExpressionAttributeValues: { ":one": { N: "1" } },
  });
  const write = async (): Promise<void> => {
    for (;;) {
      const id = next++;
      const items = Array.from({ length: 10 }, (_, index) => put(`transaction ${id}`, `${index}`));
      await dynamoDb.send(new TransactWriteItemsCommand({ TransactItems: items }));
      acknowledged.transactions.push(id);
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: `message ${id}` }));
      acknowledged.messages.push(`message ${id}`);
      await dynamoDb.send(addOne);
      acknowledged.additions += 1;
      if (acknowledged.additions === 60) child.kill("SIGKILL");
    }
  };
  // Each writer ends with the first request that finds nobody there.
  await Promise.allSettled(Array.from({ length: 8 }, write));
  dynamoDb.destroy();
  sqs.destroy();
  return acknowledged;
};

describe("emulators that were killed while they wrote", () => {
  let harness: Harness;
  let acknowledged: Acknowledged;
  let itemsOf: Map<string, number>;

  beforeAll(async () => {
    const dataDir = await makeDataDir();
    const { child, endpoint } = await startChild(dataDir);
    acknowledged = await writeUntilKilled(endpoint, child);
    harness = await openHarness(dataDir);
    itemsOf = new Map();
    for await (const { Items = [] } of paginateScan({ client: harness.dynamoDb }, { TableName })) {
      for (const { pk } of Items) {
        const name = pk?.S ?? "";
        itemsOf.set(name, (itemsOf.get(name) ?? 0) + 1);
      }
    }
  });
  afterAll(() => harness.dispose());

  test("have every transaction that was acknowledged", () => {
    expect(acknowledged.transactions.length).toBeGreaterThanOrEqual(60);
    const missing = acknowledged.transactions.filter((id) => !itemsOf.has(`transaction ${id}`));
    expect(missing).toEqual([]);
  });

  test("have no half transaction", () => {
    const counts = [...itemsOf].filter(([name]) => name.startsWith("transaction"));
    expect(counts.filter(([, count]) => count !== 10)).toEqual([]);
  });

  test("have counted every addition that was acknowledged", async () => {
    const Key = { pk: { S: "counter" }, sk: { S: "counter" } };
    const { Item } = await harness.dynamoDb.send(new GetItemCommand({ TableName, Key }));
    // Each of the eight writers may have had one more on its way.
    expect(Number(Item?.n?.N)).toBeGreaterThanOrEqual(acknowledged.additions);
    expect(Number(Item?.n?.N)).toBeLessThanOrEqual(acknowledged.additions + 8);
  });

  test("deliver every message that was acknowledged", async () => {
    const { QueueUrl } = await harness.sqs.send(new CreateQueueCommand({ QueueName: "usage" }));
    // The harness's clock may stand in the past of the child's, where no message is visible yet.
    harness.advance(Math.max(0, Date.now() + 60_000 - startMs));
    const received = new Set<string>();
    for (;;) {
      const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
      const { Messages = [] } = await harness.sqs.send(receive);
      if (Messages.length === 0) break;
      for (const { Body = "" } of Messages) received.add(Body);
    }
    expect(acknowledged.messages.filter((message) => !received.has(message))).toEqual([]);
  });
});
