import fc from "fast-check";
import type { OrganizationId } from "../../../core/ids";
import type { CellInterval } from "../../../core/ports/usage-cells";
import type { UsageReader } from "../../../core/ports/usage-store";
import { blockOf } from "../../../core/usage/cells/cell-block";
import { rollUp } from "../../../core/usage/rollup";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { createDayPacker } from "../../../lambdas/recorder/pack-days";
import { createDynamoUsageStore } from "../../../lambdas/shared/aws/dynamo-usage-store";
import { createDynamoUsageMarks } from "../../../lambdas/shared/aws/dynamo-usage-store-mark";
import { createDynamoUsagePacks } from "../../../lambdas/shared/aws/dynamo-usage-store-pack";
import { createDynamoUsageReader } from "../../../lambdas/shared/aws/dynamo-usage-store-read";
import { createRememberedCells } from "../../../lambdas/shared/remember-cells";
import { freshOrganization, startCloud } from "../../contracts/cloud";
import { idAt, usageEvent, usageEvents } from "../../contracts/usage-event-arbitrary";
import type { Harness } from "../../local/emulators/harness";
import { bucketsOfCells } from "../../support/buckets-of-cells";

const table = "usage";
const hourMs = 3_600_000;
const at = Date.parse("2026-10-24T00:00:00Z");
const timeZones = ["UTC", "Asia/Kolkata", "America/Los_Angeles", "Europe/Berlin"];
let cloud: Harness;
beforeAll(async () => {
  cloud = await startCloud();
}, 60_000);
afterAll(() => cloud.dispose());

const open = (mostCells = 10_000) => {
  const parts = { client: cloud.dynamoDb, table };
  const store = createDynamoUsageStore({
    ...parts,
    random: () => 0.5,
    sleep: async () => undefined,
  });
  const plain = createDynamoUsageReader({ ...parts, consistent: true });
  const reads: string[] = [];
  const consistent: Pick<UsageReader, "totals"> = {
    totals: (period, interval) => {
      reads.push(`${interval} ${new Date(period.from).toISOString().slice(0, 13)}`);
      return plain.totals(period, interval);
    },
  };
  const marks = createDynamoUsageMarks(parts);
  const packs = createDynamoUsagePacks(parts);
  const remembered = createRememberedCells({ marks, packs, consistent, mostCells });
  let clock = 0;
  const packDays = createDayPacker({
    marks,
    packs,
    consistent: plain,
    // Every call looks.
    now: () => {
      clock += 3_600_000;
      return clock;
    },
  });
  return { store, remembered, packDays, packs, marks, reads };
};

const events = (organization: OrganizationId, lengths: { minLength?: number; maxLength: number }) =>
  usageEvents(
    { organizations: [organization], timeZones, from: at, to: at + 72 * hourMs },
    lengths,
  );

const request = (organization: OrganizationId, hours: number, serial = 0): UsageEvent =>
  usageEvent({ at: at + hours * hourMs, organization }, serial);

const days = (organization: OrganizationId) => ({ organization, from: at, to: at + 72 * hourMs });

describe("remembered cells", () => {
  test("are what the buckets tell, packed or not, whatever came since and however late", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(events("Org" as OrganizationId, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<CellInterval>("hour", "day"),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(1, 10_000),
        fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
        async (batches, interval, skip, hours, mostCells, packings) => {
          const { store, remembered, packDays } = open(mostCells);
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
            // As if a request of a later day had come in: each call packs one day.
            for (let times = packings[n] ?? 0; times > 0; times -= 1) {
              await packDays([usageEvent({ at: at + 120 * hourMs, organization })]);
            }
            const told = async () =>
              bucketsOfCells(organization, interval, await remembered.cells(period, interval));
            const buckets = await store.totals(period, interval);
            expect(await told()).toEqual(buckets);
            expect(await told()).toEqual(buckets);
            const starts = new Set((await store.totals(period, "day")).map(({ start }) => start));
            expect(await remembered.dayStarts(period)).toEqual([...starts]);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 90_000);

  test("are not read again where nothing came", async () => {
    const { store, remembered, reads } = open();
    const organization = freshOrganization();
    await store.record([0, 24, 48].map((hours) => request(organization, hours)));
    await remembered.cells(days(organization), "day");
    expect(reads).toHaveLength(3);
    await remembered.cells(days(organization), "day");
    expect(reads).toHaveLength(3);
  });

  test("of the day that runs are read again by the hour that was added to", async () => {
    const { store, remembered, reads } = open();
    const organization = freshOrganization();
    await store.record([0, 24, 30, 40].map((hours) => request(organization, hours)));
    await remembered.cells(days(organization), "day");
    reads.length = 0;
    await store.record([request(organization, 40, 1)]);
    await remembered.cells(days(organization), "day");
    expect(reads).toEqual(["hour 2026-10-25T16"]);
  });

  test("of packed days are read from no bucket, by days and by hours", async () => {
    const { store, remembered, packDays, reads } = open();
    const organization = freshOrganization();
    await store.record([0, 5, 24, 48].map((hours) => request(organization, hours)));
    const later = [request(organization, 72, 9)];
    for (let day = 0; day < 3; day += 1) await packDays(later);
    for (const interval of ["day", "hour"] as const) {
      const period = days(organization);
      const told = await remembered.cells(period, interval);
      expect(bucketsOfCells(organization, interval, told)).toEqual(
        await store.totals(period, interval),
      );
    }
    expect(reads).toEqual([]);
  });

  test("are forgotten where they are too many", async () => {
    const { store, remembered, reads } = open(0);
    const organization = freshOrganization();
    await store.record([request(organization, 0), request(organization, 24)]);
    await remembered.cells(days(organization), "day");
    await remembered.cells(days(organization), "day");
    expect(reads.length).toBeGreaterThan(2);
  });

  test("are not kept of a read that failed", async () => {
    const organization = freshOrganization();
    const totals = jest.fn<ReturnType<UsageReader["totals"]>, []>(async () => []);
    totals.mockRejectedValueOnce(new Error("throttled"));
    const mark = { organization, start: at, requests: 1, hours: new Map([[at, 1]]) };
    const remembered = createRememberedCells({
      marks: { marks: async () => [mark] },
      packs: { read: async () => undefined },
      consistent: { totals },
      mostCells: 10,
    });
    await expect(remembered.cells(days(organization), "day")).rejects.toThrow("throttled");
    expect(await remembered.cells(days(organization), "day")).toEqual([]);
  });
});

describe("packed days", () => {
  test("too large for one item are cut, and read whole", async () => {
    const { store, packs } = open();
    const organization = freshOrganization();
    const noise = (seed: number): number => Math.abs(Math.sin(seed) * 2 ** 52) % 2 ** 48;
    const many = Array.from({ length: 30_000 }, (_, n) =>
      usageEvent({
        at,
        id: idAt(at, n),
        organization,
        tags: { customer: `customer ${n}` },
        cost: Math.floor(noise(n)) as never,
        saved: -Math.floor(noise(-n)) as never,
      }),
    );
    const buckets = rollUp(many).filter(({ interval }) => interval === "day");
    const block = blockOf(at, buckets);
    const mark = { organization, start: at, requests: many.length, hours: new Map() };
    await store.record([request(organization, 0)]);
    await packs.write(mark, { day: [block], hour: [] });
    expect(await packs.read(mark, "day")).toEqual([block]);
    expect(await packs.read({ ...mark, requests: 1 }, "day")).toBeUndefined();
  }, 30_000);
});
