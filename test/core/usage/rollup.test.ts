import fc from "fast-check";
import type { PicoUsd } from "../../../core/money/amounts";
import type { Bucket, BucketTotals } from "../../../core/usage/bucket";
import { bucketsOf, mergeBuckets, rollUp } from "../../../core/usage/rollup";
import type { UsageTotals } from "../../../core/usage/totals";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { usageEvent, usageEvents } from "../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");

const events = usageEvents(
  {
    organizations: ["Acme00000000", "Beta00000000"],
    timeZones: ["UTC", "Asia/Kolkata"],
    from: at,
    to: at + 90 * 60_000,
  },
  { maxLength: 40 },
);

const cell = (event: UsageEvent, interval: Bucket["interval"]): BucketTotals => {
  const found = rollUp([event]).find((bucket) => bucket.interval === interval);
  if (!found) throw new Error(`no ${interval} came out`);
  return found;
};

const sorted = (buckets: readonly BucketTotals[]): unknown[] =>
  buckets
    .map(({ totals, ...bucket }) => ({
      ...bucket,
      totals: { ...totals, latency: [...totals.latency].sort(([a], [b]) => a - b) },
    }))
    .map((bucket) =>
      JSON.stringify(bucket, (_, v: unknown) => (typeof v === "bigint" ? `${v}` : v)),
    )
    .sort();

describe("a request counts in", () => {
  test("its minute, without dimensions, and its hour and day, with them", () => {
    const event = usageEvent({
      at,
      timeZone: "Asia/Kolkata",
      tags: { customer: "acme", feature: "search", other: "x" },
      task: "code",
    });
    const organization = event.organization;
    const dimensions = {
      customer: "acme",
      feature: "search",
      model: "gpt-5-mini",
      provider: "openai",
      key: "Key0000001",
      task: "code",
    };
    const start = (text: string): number => Date.parse(text);
    expect(bucketsOf(event)).toEqual([
      { organization, interval: "minute", start: start("2026-11-24T13:04Z"), dimensions: null },
      { organization, interval: "hour", start: start("2026-11-24T12:30Z"), dimensions },
      { organization, interval: "day", start: start("2026-11-23T18:30Z"), dimensions },
    ]);
  });

  test("an untagged bucket, which is not that of an empty tag, nor of the word null", () => {
    const tags: Record<string, string>[] = [{}, { customer: "" }, { customer: "null" }];
    const days = rollUp(tags.map((one, n) => usageEvent({ at, tags: one }, n))).filter(
      ({ interval }) => interval === "day",
    );
    expect(days.map(({ dimensions }) => dimensions?.customer)).toEqual([null, "", "null"]);
  });

  test("no model's bucket where no provider was reached", () => {
    const { dimensions } = cell(usageEvent({ at, used: undefined, outcome: "error" }), "day");
    expect(dimensions).toMatchObject({ model: null, provider: null, task: null });
  });
});

describe("what is counted of one request", () => {
  type Case = { name: string; fields: Partial<UsageEvent>; totals: Partial<UsageTotals> };
  test.each<Case>([
    { name: "an answer is no error", fields: {}, totals: { requests: 1n, errors: 0n } },
    { name: "an error is one", fields: { outcome: "error" }, totals: { errors: 1n } },
    { name: "a timeout is an error", fields: { outcome: "timeout" }, totals: { errors: 1n } },
    {
      name: "a client that left is not an error",
      fields: { outcome: "cancelled" },
      totals: { errors: 0n, cancelled: 1n },
    },
    {
      name: "an unpriced request is counted as that, and adds nothing to the cost",
      fields: { cost: null, saved: null },
      totals: { cost: 0n, unpriced: 1n, unknownSaving: 1n },
    },
    {
      name: "a request for auto has a cost but no known saving",
      fields: { cost: 7 as PicoUsd, referenceCost: null, saved: null },
      totals: { cost: 7n, referenceCost: 0n, saved: 0n, unpriced: 0n, unknownSaving: 1n },
    },
    {
      name: "a saving may be negative",
      fields: { cost: 7 as PicoUsd, referenceCost: 4 as PicoUsd, saved: -3 as PicoUsd },
      totals: { cost: 7n, referenceCost: 4n, saved: -3n, unknownSaving: 0n },
    },
  ])("$name", ({ fields, totals }) => {
    expect(cell(usageEvent({ at, ...fields }), "minute").totals).toMatchObject(totals);
  });
});

describe("rollups", () => {
  test("are the same for any order and any split of the events", () => {
    fc.assert(
      fc.property(events, fc.nat(40), (all, cut) => {
        const parts = [...all.slice(cut).reverse(), ...all.slice(0, cut)];
        const split = [...rollUp(all.slice(0, cut)), ...rollUp(all.slice(cut))];
        expect(sorted(rollUp(parts))).toEqual(sorted(rollUp(all)));
        expect(sorted(mergeBuckets(split))).toEqual(sorted(rollUp(all)));
      }),
    );
  });

  test("add up to the same cost, to the pUSD, over minutes, hours and days", () => {
    fc.assert(
      fc.property(events, (all) => {
        const cost = all.reduce((sum, event) => sum + BigInt(event.cost ?? 0), 0n);
        for (const interval of ["minute", "hour", "day"]) {
          const buckets = rollUp(all).filter((bucket) => bucket.interval === interval);
          expect(buckets.reduce((sum, { totals }) => sum + totals.cost, 0n)).toBe(cost);
        }
      }),
    );
  });
});
