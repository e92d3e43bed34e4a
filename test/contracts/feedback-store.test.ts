import { setTimeout as sleep } from "node:timers/promises";
import { tables } from "../../core/storage/tables";
import { createDynamoAccessStore } from "../../lambdas/shared/aws/dynamo-access-store";
import { createDynamoFeedbackStore } from "../../lambdas/shared/aws/dynamo-feedback-store";
import { createDynamoRegistry } from "../../lambdas/shared/aws/dynamo-registry";
import { createMemoryAccess } from "../fakes/memory-access";
import type { Harness } from "../local/emulators/harness";
import { startCloud } from "./cloud";
import { feedbackGuarantees } from "./feedback-store-guarantees";

describe("feedback store in memory", () => {
  const { access, registry, feedback } = createMemoryAccess();
  feedbackGuarantees(() => ({ open: () => feedback, access, registry }));
});

describe("feedback store in DynamoDB", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  const tableName = tables.access.name;
  feedbackGuarantees(() => ({
    open: () =>
      createDynamoFeedbackStore({
        client: cloud.dynamoDb,
        tableName,
        random: Math.random,
        sleep: (delayMs) => sleep(delayMs),
      }),
    access: createDynamoAccessStore(cloud.dynamoDb, tableName),
    registry: createDynamoRegistry(cloud.dynamoDb, tableName),
  }));
});
