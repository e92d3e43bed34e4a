import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { tables } from "../../core/storage/tables";
import { createDynamoAlertStore } from "../../lambdas/shared/aws/dynamo-alert-store";
import { createMemoryAlertStore } from "../fakes/memory-alert-store";
import type { Harness } from "../local/emulators/harness";
import { alertStoreGuarantees, crossing } from "./alert-store-guarantees";
import { freshOrganization, startCloud } from "./cloud";

describe("alert store in memory", () => {
  const store = createMemoryAlertStore();
  alertStoreGuarantees(() => store);
});

describe("alert store in DynamoDB", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  const tableName = tables.control.name;
  const open = () => createDynamoAlertStore({ client: cloud.dynamoDb, tableName });
  alertStoreGuarantees(open);

  const itemOf = async (pk: string, sk: string) => {
    const Key = { pk: { S: pk }, sk: { S: sk } };
    return (await cloud.dynamoDb.send(new GetItemCommand({ TableName: tableName, Key }))).Item;
  };

  test("a crossing is kept while it lasts, and a year after its end", async () => {
    const organization = freshOrganization();
    const endedAt = Date.parse("2026-11-24T12:00:00Z");
    const settings = { thresholdMicroUsd: 1, recipients: [] };
    await open().putSettings(organization, settings);
    await open().advance(organization, 1, { fired: crossing(), changed: [] });
    const place = [`ORG#${organization}`, "CROSSING#01A"] as const;
    expect((await itemOf(...place))?.expiresAtSeconds).toBeUndefined();
    await open().advance(organization, 2, { changed: [{ id: "01A", peak: 1n, endedAt }] });
    expect((await itemOf(...place))?.expiresAtSeconds).toEqual({
      N: String(endedAt / 1_000 + 365 * 86_400),
    });
  });

  test("the list's items name their organization, whose id is not in their partition", async () => {
    const organization = freshOrganization();
    await open().putSettings(organization, { thresholdMicroUsd: 1, recipients: [] });
    const item = await itemOf("ALERTS", organization);
    expect(item?.organization).toEqual({ S: organization });
  });
});
