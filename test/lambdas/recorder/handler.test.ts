import { encodeEnvelope, encodeEvent } from "../../../core/usage/usage-envelope";
import { createDynamoUsageStore } from "../../../lambdas/shared/aws/dynamo-usage-store";
import { openUsageEmulator, type UsageEmulator } from "../../contracts/usage-emulator";
import { usageEvent } from "../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");

describe("the recorder's handler", () => {
  const before = process.env;
  let emulator: UsageEmulator;
  beforeAll(async () => {
    emulator = await openUsageEmulator();
    process.env = {
      ...before,
      USAGE_TABLE: emulator.parts().table,
      AWS_ENDPOINT_URL: emulator.endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      POWERTOOLS_LOG_LEVEL: "SILENT",
    };
  });
  afterAll(async () => {
    process.env = before;
    await emulator.close();
  });

  test("records what an SQS event brings and names the messages that failed", async () => {
    const { handler } = await import("../../../lambdas/recorder/index");
    const event = usageEvent({ at });
    const Records = [
      { messageId: "good", body: encodeEnvelope([encodeEvent(event)]) },
      { messageId: "bad", body: "{}" },
    ];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "bad" }] });
    const store = createDynamoUsageStore(emulator.parts());
    expect(await store.find(event.organization, event.id)).toEqual(event);
  });
});
