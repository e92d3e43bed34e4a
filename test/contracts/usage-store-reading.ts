import fc from "fast-check";
import type { RequestId } from "../../core/ids";
import type { PicoUsd } from "../../core/money/amounts";
import { percentile } from "../../core/usage/histogram";
import { idAt, usageEvent } from "./usage-event-arbitrary";
import { lastUsedGuarantees } from "./usage-store-last-used";
import { newOrganization, type OpenUsageStore } from "./usage-store-recording";
import { retentionGuarantees } from "./usage-store-retention";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const utc = (text: string): number => Date.parse(text);

/**
 * What any store must keep when it is read.
 *
 * @param setClock - of the store's readers, by which rows expire.
 */
export const readingGuarantees = (open: OpenUsageStore, setClock: (at: number) => void): void => {
  retentionGuarantees(open, setClock);
  lastUsedGuarantees(open);

  test("a request that never was is not found", async () => {
    const organization = newOrganization();
    expect(await open().find(organization, idAt(utc("2026-01-01"), 1))).toBeUndefined();
    expect(await open().find(organization, "req_x" as unknown as RequestId)).toBeUndefined();
  });

  test("pages of any size, put together, are all requests of the period, newest first", async () => {
    const organization = newOrganization();
    const from = utc("2026-01-01T22:00Z");
    // Over three days and a gap, several within one millisecond.
    const times = [0, 0, 1, 2 * hourMs, 3 * hourMs, 3 * hourMs, 26 * hourMs, 40 * dayMs];
    const all = times.map((offset, n) => usageEvent({ at: from + offset, organization }, n));
    await open().record(all);
    const ids = all.map(({ id }) => id).reverse();
    const period = { organization, from, to: from + 40 * dayMs + 1 };
    for (const limit of [1, 3, 7, 8, 9]) {
      const seen: string[] = [];
      for (let cursor: string | undefined, first = true; first || cursor; first = false) {
        const page = await open().requests(period, limit, cursor);
        expect(page.events.length).toBeLessThanOrEqual(limit);
        seen.push(...page.events.map(({ id }) => id));
        cursor = page.next;
      }
      expect(seen).toEqual(ids);
    }
  });

  test("a period takes its first millisecond in and leaves its last out", async () => {
    const organization = newOrganization();
    const from = utc("2026-02-01T12:00Z");
    const inside = [0, 1, hourMs - 1].map((offset) =>
      usageEvent({ at: from + offset, organization }),
    );
    const outside = [-1, hourMs].map((offset) => usageEvent({ at: from + offset, organization }));
    await open().record([...inside, ...outside]);
    const period = { organization, from, to: from + hourMs };
    const { events } = await open().requests(period, 10);
    expect(events.map(({ id }) => id)).toEqual(inside.map(({ id }) => id).reverse());
    const hours = await open().totals(period, "hour");
    expect(hours.map(({ totals }) => totals.requests)).toEqual([3n]);
    expect((await open().requests({ ...period, to: from }, 10)).events).toEqual([]);
    expect(await open().totals({ ...period, to: from }, "hour")).toEqual([]);
    expect((await open().requests({ ...period, to: from - dayMs }, 10)).events).toEqual([]);
    expect(await open().totals({ ...period, to: from - dayMs }, "hour")).toEqual([]);
  });

  test.each([
    { name: "+5:30", zone: "Asia/Kolkata", day: "2026-03-28T18:30Z", hours: 24 },
    { name: "-8", zone: "America/Los_Angeles", day: "2026-12-01T08:00Z", hours: 24 },
    { name: "23 hours in spring", zone: "Europe/Berlin", day: "2026-03-28T23:00Z", hours: 23 },
    { name: "25 hours in autumn", zone: "Europe/Berlin", day: "2026-10-24T22:00Z", hours: 25 },
    { name: "24.5 hours", zone: "Australia/Lord_Howe", day: "2026-04-04T13:00Z", hours: 24.5 },
  ])("a day of the zone holds that zone's day: $name", async ({ zone, day, hours }) => {
    const organization = newOrganization();
    const start = utc(day);
    const end = start + hours * hourMs;
    const halfHours = Array.from(
      { length: hours * 2 + 4 },
      (_, n) => start + ((n - 2) * hourMs) / 2,
    );
    await open().record(
      halfHours.map((at, n) => usageEvent({ at, organization, timeZone: zone }, n)),
    );
    const period = { organization, from: start - dayMs, to: end + dayMs };
    const days = await open().totals(period, "day");
    expect(days.map((bucket) => [bucket.start, bucket.totals.requests])).toEqual([
      [expect.any(Number), 2n],
      [start, BigInt(hours * 2)],
      [end, 2n],
    ]);
  });

  test("sums stay exact far beyond what a double holds", async () => {
    const organization = newOrganization();
    const at = utc("2026-05-05T05:05Z");
    const cost = Number.MAX_SAFE_INTEGER as PicoUsd;
    const saved = -Number.MAX_SAFE_INTEGER as PicoUsd;
    const all = Array.from({ length: 300 }, (_, n) =>
      usageEvent({ at, organization, cost, saved }, n),
    );
    await open().record(all);
    const [minute] = await open().totals({ organization, from: at, to: at + 1 }, "minute");
    expect(minute?.totals.cost).toBe(BigInt(cost) * 300n);
    expect(minute?.totals.saved).toBe(BigInt(saved) * 300n);
  });

  test("a percentile read from the totals is within 5 % of the exact one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 600_000 }), { minLength: 1, maxLength: 40 }),
        async (latencies) => {
          const organization = newOrganization();
          const at = utc("2026-06-06T06:06Z");
          const all = latencies.map((latencyMs, n) =>
            usageEvent({ at, organization, latencyMs }, n),
          );
          await open().record(all);
          const [minute] = await open().totals({ organization, from: at, to: at + 1 }, "minute");
          const exact =
            latencies.sort((a, b) => a - b)[Math.ceil(latencies.length * 0.95) - 1] ?? 0;
          const told = percentile(minute?.totals.latency ?? new Map(), 0.95) ?? 0;
          expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * 0.05);
        },
      ),
      { numRuns: 10 },
    );
  });
};
