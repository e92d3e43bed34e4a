import { tables } from "../../core/storage/tables";
import { createDynamoAccessStore } from "../../lambdas/shared/aws/dynamo-access-store";
import { createDynamoRegistry } from "../../lambdas/shared/aws/dynamo-registry";
import { createMemoryAccess } from "../fakes/memory-access";
import type { Harness } from "../local/emulators/harness";
import { accessGuarantees } from "./access-store-guarantees";
import { startCloud } from "./cloud";

describe("access store and registry in memory", () => {
  const both = createMemoryAccess();
  accessGuarantees(() => both);
});

describe("access store and registry in DynamoDB", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  accessGuarantees(() => ({
    access: createDynamoAccessStore(cloud.dynamoDb, tables.access.name),
    registry: createDynamoRegistry(cloud.dynamoDb, tables.access.name),
  }));
});
