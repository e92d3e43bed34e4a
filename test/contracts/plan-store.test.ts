import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { tables } from "../../core/storage/tables";
import { createDynamoPlanStore } from "../../lambdas/shared/aws/dynamo-plan-store";
import { createMemoryPlans } from "../fakes/memory-plan-store";
import type { Harness } from "../local/emulators/harness";
import { freshOrganization, startCloud } from "./cloud";
import { noon } from "./limit-world";
import { planStoreGuarantees } from "./plan-store-guarantees";

describe("the plan store in memory", () => {
  const store = createMemoryPlans();
  planStoreGuarantees(() => store);
});

describe("the plan store in DynamoDB", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  const open = () => createDynamoPlanStore(cloud.dynamoDb, tables.control.name);
  planStoreGuarantees(open);

  test("that an event was answered is remembered for 30 days and more, then forgotten", async () => {
    const organization = freshOrganization();
    await open().linkCustomer(organization, "cus_kept");
    await open().write({
      organization,
      version: 1,
      subscription: undefined,
      event: "evt_kept",
      at: noon,
    });
    const Key = { pk: { S: "STRIPEEVENT#evt_kept" }, sk: { S: "APPLIED" } };
    const { Item } = await cloud.dynamoDb.send(
      new GetItemCommand({ TableName: tables.control.name, Key }),
    );
    expect(Item?.organization).toEqual({ S: organization });
    const keptMs = Number(Item?.expiresAtSeconds?.N) * 1_000 - noon;
    expect(keptMs).toBeGreaterThanOrEqual(30 * 86_400_000);
    expect(keptMs).toBeLessThan(100 * 86_400_000);
  });
});
