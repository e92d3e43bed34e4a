import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { createDynamoUsageStore } from "../../lambdas/shared/aws/dynamo-usage-store";
import { openUsageEmulator, type UsageEmulator } from "./usage-emulator";
import { usageEvents } from "./usage-event-arbitrary";
import { expectExactly, newOrganization, period } from "./usage-store-recording";

type Crash = { readonly call: number; readonly when: "before the call" | "after the call" };

/** Makes a client's n-th call fail for good: not sent at all, or done with the answer lost. */
const crashAt = (client: DynamoDBClient, { call, when }: Crash): void => {
  let calls = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      calls += 1;
      if (calls < call) return next(args);
      if (calls === call && when === "after the call") await next(args);
      throw new Error(`crashed ${when} ${call}`);
    },
    { step: "initialize" },
  );
};

const at = Date.parse("2026-10-24T20:00:00Z");
const timeZone = "Europe/Berlin";
/** Many calls to an emulator on a machine that may be busy. */
const slowMs = 90_000;

describe("a recorder that crashes", () => {
  let emulator: UsageEmulator;
  beforeAll(async () => {
    emulator = await openUsageEmulator();
  });
  afterAll(() => emulator.close());

  test(
    "leaves rows and sums that agree, and what comes again settles the rest",
    async () => {
      const events = usageEvents(
        { organizations: ["any"], timeZones: [timeZone], from: at, to: at + 12 * 3_600_000 },
        { minLength: 1, maxLength: 70 },
      );
      const crashes = fc.record({
        call: fc.integer({ min: 1, max: 3 }),
        when: fc.constantFrom<Crash["when"]>("before the call", "after the call"),
      });
      await fc.assert(
        fc.asyncProperty(events, crashes, async (some, crash) => {
          const organization = newOrganization();
          const all = some.map((event) => ({ ...event, organization }));
          const parts = emulator.parts();
          crashAt(parts.client, crash);
          // Few events need few calls: then nothing crashes, which is fine as well.
          await createDynamoUsageStore(parts)
            .record(all)
            .catch(() => undefined);

          const store = createDynamoUsageStore(emulator.parts());
          const page = await store.requests(period(organization), 1_000);
          const written = new Set(page.events.map(({ id }) => id));
          const left = all.filter(({ id }) => written.has(id));
          await expectExactly(store, organization, left, timeZone);

          const again = await store.record(all);
          expect(again).toEqual({ recorded: all.length - left.length, duplicates: left.length });
          await expectExactly(store, organization, all, timeZone);
        }),
        { numRuns: 8 },
      );
    },
    slowMs,
  );
});
