import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { tables } from "../../core/storage/tables";
import { createDynamoAccessStore } from "../../lambdas/shared/aws/dynamo-access-store";
import { createDynamoRegistry } from "../../lambdas/shared/aws/dynamo-registry";
import { createMemoryAccess } from "../fakes/memory-access";
import type { Harness } from "../local/emulators/harness";
import { accessGuarantees, keyRecord, settingsOf } from "./access-store-guarantees";
import { freshOrganization, startCloud } from "./cloud";
import { registryGuarantees } from "./registry-guarantees";

describe("access store and registry in memory", () => {
  const both = createMemoryAccess();
  accessGuarantees(() => both);
  registryGuarantees(() => both);
});

describe("access store and registry in DynamoDB", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  const open = () => ({
    access: createDynamoAccessStore(cloud.dynamoDb, tables.access.name),
    registry: createDynamoRegistry(cloud.dynamoDb, tables.access.name),
  });
  accessGuarantees(open);
  registryGuarantees(open);

  test("what was written before there was more to say is read as it was", async () => {
    const { access, registry } = open();
    const organization = freshOrganization();
    const { id, ...key } = keyRecord();
    const pk = { S: `ORG#${organization}` };
    const items = [
      { sk: "SETTINGS", json: settingsOf(organization) },
      { sk: `KEY#${id}`, json: { id, ...key } },
    ];
    for (const { sk, json } of items) {
      const Item = { pk, sk: { S: sk }, json: { S: JSON.stringify(json) } };
      await cloud.dynamoDb.send(new PutItemCommand({ TableName: tables.access.name, Item }));
    }
    expect(await access.read(organization, id)).toEqual({
      organization: settingsOf(organization),
      key: keyRecord(),
      credentials: [],
    });
    const rename = { ...settingsOf(organization), name: "Renamed" };
    expect(await registry.updateOrganization(organization, () => rename)).toEqual(rename);
    expect(await registry.findOrganization(organization)).toEqual(rename);
  });
});
