import fc from "fast-check";
import type { OrganizationId } from "../../../../core/ids";
import type { CellInterval } from "../../../../core/ports/usage-cells";
import { sortBuckets } from "../../../../core/usage/bucket";
import { fromBytes, toBytes } from "../../../../core/usage/cells/block-bytes";
import { blockOf, blocksOf, requestsIn } from "../../../../core/usage/cells/cell-block";
import { sumCells } from "../../../../core/usage/cells/grouped-sums";
import { packDay } from "../../../../core/usage/cells/pack-day";
import { selectCells } from "../../../../core/usage/cells/select-cells";
import { markDays } from "../../../../core/usage/day-mark";
import { groupBy } from "../../../../core/usage/query/group-cells";
import { sumOf } from "../../../../core/usage/query/totals-sum";
import { rollUp } from "../../../../core/usage/rollup";
import type { UsageTotals } from "../../../../core/usage/totals";
import type { UsageEvent } from "../../../../core/usage/usage-event";
import { usageEvent, usageEvents } from "../../../contracts/usage-event-arbitrary";
import { bucketsOfCells } from "../../../support/buckets-of-cells";

const organization = "Acme00000000" as OrganizationId;
const hourMs = 3_600_000;
const at = Date.parse("2026-10-24T00:00:00Z");

const events = usageEvents(
  {
    organizations: [organization],
    timeZones: ["UTC", "Asia/Kolkata", "Europe/Berlin", "Australia/Lord_Howe"],
    from: at,
    to: at + 72 * hourMs,
  },
  { maxLength: 60 },
);

const bucketsOf = (all: readonly UsageEvent[], wanted: CellInterval) =>
  sortBuckets(rollUp(all).filter(({ interval }) => interval === wanted));

/** Comparable whatever the order of the bins. */
const plain = ({ latency, ...sums }: UsageTotals) => ({
  ...sums,
  latency: [...latency].sort(([a], [b]) => a - b),
});

describe("cells in columns", () => {
  test("are the buckets that they were made of, also by way of bytes", () => {
    fc.assert(
      fc.property(events, fc.constantFrom<CellInterval>("hour", "day"), (all, interval) => {
        const buckets = bucketsOf(all, interval);
        const blocks = blocksOf(buckets);
        expect(bucketsOfCells(organization, interval, blocks)).toEqual(buckets);
        expect(fromBytes(toBytes(blocks))).toEqual(blocks);
      }),
      { numRuns: 200 },
    );
  });

  test("add up to the buckets' sums to the pUSD, all together and by value", () => {
    fc.assert(
      fc.property(events, (all) => {
        const buckets = bucketsOf(all, "day");
        const blocks = blocksOf(buckets);
        expect(plain(sumCells(blocks))).toEqual(plain(sumOf(buckets.map(({ totals }) => totals))));
        for (const { value, totals } of groupBy(blocks, "customer")) {
          const own = buckets.filter(({ dimensions }) => (dimensions?.customer ?? "") === value);
          const expected = plain(sumOf(own.map((bucket) => bucket.totals)));
          expect(plain(totals)).toEqual(expected);
          expect(plain(sumCells(selectCells(blocks, { customer: value })))).toEqual(expected);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("packing a day", () => {
  const requests = [0, 1, 2].map((hours) =>
    usageEvent({ at: at + hours * hourMs, organization }, hours),
  );
  const late = usageEvent({ at: at + hourMs, organization }, 9);

  test("packs what its mark counts, by the day and by the hour", () => {
    const [mark] = markDays(requests);
    if (!mark) throw new Error("no mark");
    const packed = packDay(mark, bucketsOf(requests, "day"), bucketsOf(requests, "hour"));
    expect(packed).toEqual({
      day: [blockOf(at, bucketsOf(requests, "day"))],
      hour: blocksOf(bucketsOf(requests, "hour")),
    });
  });

  test("packs nothing where a request came after the mark was read", () => {
    const [mark] = markDays(requests);
    if (!mark) throw new Error("no mark");
    const all = [...requests, late];
    expect(packDay(mark, bucketsOf(all, "day"), bucketsOf(all, "hour"))).toBeUndefined();
  });

  test("leaves out an hour that another zone's day has requests of", () => {
    const foreign = usageEvent(
      { at: at + 1.5 * hourMs, organization, timeZone: "Europe/Berlin" },
      10,
    );
    const all = [...requests, foreign];
    const mark = markDays(all).find(({ start }) => start === at);
    if (!mark) throw new Error("no mark");
    const days = bucketsOf(all, "day").filter(({ start }) => start === at);
    const packed = packDay(mark, days, bucketsOf(all, "hour"));
    expect(packed?.hour.map(({ start }) => (start - at) / hourMs)).toEqual([0, 2]);
    expect(packed?.day.map(requestsIn)).toEqual([3]);
  });
});
