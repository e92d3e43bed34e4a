import {
  DeleteTableCommand,
  DescribeTimeToLiveCommand,
  PutItemCommand,
  ScanCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { createTables } from "../../../local/create-tables";
import { type Harness, itemsTable, startHarnessWithTable, startMs } from "./harness";

const TableName = itemsTable.name;
const nowSeconds = startMs / 1000;
let harness: Harness;
beforeEach(async () => {
  harness = await startHarnessWithTable();
});
afterEach(() => harness.dispose());

const put = (sk: string, expiresAtSeconds?: number) =>
  harness.dynamoDb.send(
    new PutItemCommand({
      TableName,
      Item: {
        pk: { S: "p" },
        sk: { S: sk },
        ...(expiresAtSeconds !== undefined && { expiresAtSeconds: { N: `${expiresAtSeconds}` } }),
      },
    }),
  );
const left = async () => {
  const { Items = [] } = await harness.dynamoDb.send(new ScanCommand({ TableName }));
  return Items.map((item) => item.sk?.S).sort();
};

test("items go once they have expired, and no others", async () => {
  await put("soon", nowSeconds + 60);
  await put("later", nowSeconds + 61);
  await put("never");
  await put("a number that was never meant as a time", 1);
  await harness.emulators.tick();
  expect(await left()).toHaveLength(4);
  harness.advance(60_000);
  await harness.emulators.tick();
  expect(await left()).toEqual(["a number that was never meant as a time", "later", "never"]);
});

test("the setting outlives a restart and ends with its table", async () => {
  const describe = async () => {
    const command = new DescribeTimeToLiveCommand({ TableName });
    return (await harness.dynamoDb.send(command)).TimeToLiveDescription;
  };
  harness = await harness.restart();
  expect(await describe()).toEqual({
    TimeToLiveStatus: "ENABLED",
    AttributeName: "expiresAtSeconds",
  });
  await harness.dynamoDb.send(new DeleteTableCommand({ TableName }));
  await createTables(harness.dynamoDb, [{ name: TableName, partitionKey: "pk", sortKey: "sk" }]);
  expect(await describe()).toEqual({ TimeToLiveStatus: "DISABLED" });
});

test("what is set already can't be set again", async () => {
  const TimeToLiveSpecification = { AttributeName: "expiresAtSeconds", Enabled: true };
  const again = new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification });
  await expect(harness.dynamoDb.send(again)).rejects.toMatchObject({
    name: "ValidationException",
    message: "TimeToLive is already enabled",
  });
});
