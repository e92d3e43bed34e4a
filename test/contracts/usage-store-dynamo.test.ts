import { ScanCommand } from "@aws-sdk/client-dynamodb";
import type { Interval } from "../../core/usage/bucket";
import { createDynamoUsageStore } from "../../lambdas/shared/aws/dynamo-usage-store";
import { openUsageEmulator, type UsageEmulator } from "./usage-emulator";
import { usageEvent } from "./usage-event-arbitrary";
import { readingGuarantees } from "./usage-store-reading";
import { newOrganization, recordingGuarantees } from "./usage-store-recording";

describe("the usage store in DynamoDB", () => {
  let emulator: UsageEmulator;
  beforeAll(async () => {
    emulator = await openUsageEmulator();
  });
  afterAll(() => emulator.close());

  let clock = 0;
  const setClock = (at: number) => {
    clock = at;
  };
  const open = () => createDynamoUsageStore({ ...emulator.parts(), now: () => clock });
  recordingGuarantees(open, 8);
  readingGuarantees(open, setClock);

  test("minutes are forgotten after a week, hours, days and requests are not", async () => {
    const store = open();
    const at = Date.parse("2027-01-01T12:00:00Z");
    const organization = newOrganization();
    const period = { organization, from: at - 24 * 3_600_000, to: at + 1 };
    const count = async (interval: Interval) => (await store.totals(period, interval)).length;
    await store.record([usageEvent({ at, organization })]);
    await emulator.moveClockTo(at + 7 * 86_400_000 - 1_000);
    expect(await count("minute")).toBe(1);
    await emulator.moveClockTo(at + 7 * 86_400_000 + 1_000);
    expect(await count("minute")).toBe(0);
    expect([await count("hour"), await count("day")]).toEqual([1, 1]);
    expect((await store.requests(period, 1)).events).toHaveLength(1);
  });

  test("a request's row is forgotten by the table itself once its days are over", async () => {
    const { client, table } = emulator.parts();
    const at = Date.parse("2027-02-01T12:00:00Z");
    const organization = newOrganization();
    const [kept, gone] = [
      { at, organization },
      { at, organization, retentionDays: 30 },
    ].map((fields, serial) => usageEvent(fields, serial));
    await open().record([kept, gone].flatMap((event) => event ?? []));
    const rows = async () => {
      const { Count } = await client.send(
        new ScanCommand({
          TableName: table,
          FilterExpression: "begins_with(pk, :rows)",
          ExpressionAttributeValues: { ":rows": { S: `${organization}#requests#` } },
        }),
      );
      return Count;
    };
    await emulator.moveClockTo(at + 30 * 86_400_000 - 1_000);
    expect(await rows()).toBe(2);
    await emulator.moveClockTo(at + 30 * 86_400_000 + 1_000);
    expect(await rows()).toBe(1);
  });
});
