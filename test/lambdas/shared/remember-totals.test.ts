import fc from "fast-check";
import type { OrganizationId } from "../../../core/ids";
import type { UsageMarks, UsageReader } from "../../../core/ports/usage-store";
import type { Interval } from "../../../core/usage/bucket";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { createDynamoUsageStore } from "../../../lambdas/shared/aws/dynamo-usage-store";
import { createDynamoUsageMarks } from "../../../lambdas/shared/aws/dynamo-usage-store-mark";
import { createDynamoUsageReader } from "../../../lambdas/shared/aws/dynamo-usage-store-read";
import { createRememberedTotals } from "../../../lambdas/shared/remember-totals";
import { freshOrganization, startCloud } from "../../contracts/cloud";
import { usageEvents } from "../../contracts/usage-event-arbitrary";
import type { Harness } from "../../local/emulators/harness";

const table = "usage";
const hourMs = 3_600_000;
const at = Date.parse("2026-10-24T00:00:00Z");
let cloud: Harness;
beforeAll(async () => {
  cloud = await startCloud();
}, 60_000);
afterAll(() => cloud.dispose());

const open = (mostBuckets = 10_000) => {
  const client = cloud.dynamoDb;
  const store = createDynamoUsageStore({
    client,
    table,
    random: () => 0.5,
    sleep: async () => undefined,
  });
  const consistent = createDynamoUsageReader({ client, table, consistent: true });
  let reads = 0;
  const counted: Pick<UsageReader, "totals"> = {
    totals: (period, interval) => {
      reads += 1;
      return consistent.totals(period, interval);
    },
  };
  const marks: UsageMarks = createDynamoUsageMarks({ client, table });
  const remembered = createRememberedTotals(store, { marks, consistent: counted, mostBuckets });
  return { store, remembered, reads: () => reads };
};

const events = (organization: OrganizationId, lengths: { minLength?: number; maxLength: number }) =>
  usageEvents(
    {
      organizations: [organization],
      timeZones: ["UTC", "Asia/Kolkata", "America/Los_Angeles"],
      from: at,
      to: at + 72 * hourMs,
    },
    lengths,
  );

const one = (organization: OrganizationId): UsageEvent =>
  fc.sample(events(organization, { minLength: 1, maxLength: 1 }), {
    seed: 1,
    numRuns: 1,
  })[0]?.[0] as UsageEvent;

const days = (organization: OrganizationId) => ({ organization, from: at, to: at + 72 * hourMs });

describe("remembered totals", () => {
  test("are what the store tells, whatever came since and however late", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(events("Org" as OrganizationId, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Interval>("hour", "day"),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        async (batches, interval, skip, hours) => {
          const { store, remembered } = open(fc.sample(fc.constantFrom(1, 10_000), 1)[0]);
          const organization = freshOrganization();
          const from = at + skip * hourMs;
          const period = { organization, from, to: from + hours * hourMs };
          for (const [n, batch] of batches.entries()) {
            // Ids of one array are distinct; those of another are made so.
            const own = batch.map((event) => ({
              ...event,
              organization,
              id: `${event.id.slice(0, -1)}${n}` as never,
            }));
            await store.record(own);
            const told = await remembered.totals(period, interval);
            expect(told).toEqual(await store.totals(period, interval));
            expect(await remembered.totals(period, interval)).toEqual(told);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 90_000);

  test("are not read again where nothing came", async () => {
    const { store, remembered, reads } = open();
    const organization = freshOrganization();
    await store.record([one(organization)]);
    await remembered.totals(days(organization), "day");
    expect(reads()).toBe(3);
    await remembered.totals(days(organization), "day");
    expect(reads()).toBe(3);
  });

  test("are forgotten where they are too many", async () => {
    const { store, remembered, reads } = open(0);
    const organization = freshOrganization();
    await store.record([one(organization)]);
    await remembered.totals(days(organization), "day");
    await remembered.totals(days(organization), "day");
    expect(reads()).toBeGreaterThan(3);
  });

  test("are not kept of a read that failed", async () => {
    const organization = freshOrganization();
    const consistent = {
      totals: jest.fn<ReturnType<UsageReader["totals"]>, []>(async () => []),
    };
    consistent.totals.mockRejectedValueOnce(new Error("throttled"));
    const remembered = createRememberedTotals(consistent, {
      marks: { marks: async () => [] },
      consistent,
      mostBuckets: 10,
    });
    const period = { organization, from: at, to: at + hourMs };
    await expect(remembered.totals(period, "day")).rejects.toThrow("throttled");
    expect(await remembered.totals(period, "day")).toEqual([]);
  });
});
