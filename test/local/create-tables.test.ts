import { DescribeTableCommand, DescribeTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { tables } from "../../core/storage/tables";
import { createTables } from "../../local/create-tables";
import { startHarness } from "./emulators/harness";

test("the product's tables are made as defined, billed on demand, and making them again is harmless", async () => {
  const harness = await startHarness();
  const definitions = Object.values(tables);
  await createTables(harness.dynamoDb, definitions);
  await createTables(harness.dynamoDb, definitions);
  for (const { name: TableName } of definitions) {
    const { Table } = await harness.dynamoDb.send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({
      TableStatus: "ACTIVE",
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    });
  }
  const attributes = [];
  for (const { name: TableName } of definitions) {
    const { TimeToLiveDescription } = await harness.dynamoDb.send(
      new DescribeTimeToLiveCommand({ TableName }),
    );
    attributes.push([TableName, TimeToLiveDescription?.AttributeName]);
  }
  expect(attributes).toEqual(
    definitions.map((table) => [table.name, "timeToLive" in table ? table.timeToLive : undefined]),
  );
  await harness.dispose();
});
