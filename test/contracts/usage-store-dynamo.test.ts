import { createDynamoUsageStore } from "../../lambdas/shared/aws/dynamo-usage-store";
import { openUsageEmulator, type UsageEmulator } from "./usage-emulator";
import { readingGuarantees } from "./usage-store-reading";
import { recordingGuarantees } from "./usage-store-recording";

describe("the usage store in DynamoDB", () => {
  let emulator: UsageEmulator;
  beforeAll(async () => {
    emulator = await openUsageEmulator();
  });
  afterAll(() => emulator.close());

  const open = () => createDynamoUsageStore(emulator.parts());
  recordingGuarantees(open, 15);
  readingGuarantees(open);
});
