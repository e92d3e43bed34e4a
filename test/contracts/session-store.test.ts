import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { sessionLifeMs } from "../../core/routing/session-memory";
import { tables } from "../../core/storage/tables";
import { createDynamoSessionStore } from "../../lambdas/shared/aws/dynamo-session-store";
import { createMemorySessions } from "../fakes/memory-session-store";
import type { Harness } from "../local/emulators/harness";
import { freshOrganization, startCloud } from "./cloud";
import { noon } from "./limit-world";
import { sessionGuarantees, sessionMemory } from "./session-store-guarantees";

describe("the session store in memory", () => {
  let clock = noon;
  const store = createMemorySessions(() => clock);
  const setClock = (at: number) => {
    clock = at;
  };
  sessionGuarantees({ open: () => store, setClock });
});

describe("the session store in DynamoDB", () => {
  let cloud: Harness;
  let clock = noon;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  const open = () => createDynamoSessionStore(cloud.dynamoDb, tables.limits.name, () => clock);
  const setClock = (at: number) => {
    clock = at;
  };
  sessionGuarantees({ open, setClock });

  const place = (organization: string) => ({
    TableName: tables.limits.name,
    Key: { pk: { S: `SESSION#${organization}#abc` }, sk: { S: "LAST" } },
  });

  test("DynamoDB may delete it after the hour", async () => {
    const organization = freshOrganization();
    await open().remember({ organization, session: "abc" }, sessionMemory());
    const { Item } = await cloud.dynamoDb.send(new GetItemCommand(place(organization)));
    expect(Item?.expiresAtSeconds).toEqual({ N: String((noon + sessionLifeMs) / 1_000) });
  });

  test("what another version wrote is not relied on", async () => {
    const organization = freshOrganization();
    const { TableName, Key } = place(organization);
    const json = { S: JSON.stringify({ offer: "openai/gpt-4o" }) };
    await cloud.dynamoDb.send(new PutItemCommand({ TableName, Item: { ...Key, json } }));
    expect(await open().recall({ organization, session: "abc" })).toBeUndefined();
  });
});
