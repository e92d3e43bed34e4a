import fc from "fast-check";
import { type UsageDimension, usageDimensions } from "../../../../core/contract/usage";
import type { OrganizationId } from "../../../../core/ids";
import { sumCells } from "../../../../core/usage/cells/grouped-sums";
import { daysOf, hoursOf, type Period } from "../../../../core/usage/query/calendar";
import type { DimensionQuery } from "../../../../core/usage/query/dimension-filter";
import { groupBy, rank } from "../../../../core/usage/query/group-cells";
import { readPeriod } from "../../../../core/usage/query/period";
import { readCells } from "../../../../core/usage/query/read-cells";
import { type SpendTree, spendTree, type TreeLevel } from "../../../../core/usage/query/spend-tree";
import { toTotalsAnswer } from "../../../../core/usage/query/to-totals-answer";
import { sumOf } from "../../../../core/usage/query/totals-sum";
import { trendOf } from "../../../../core/usage/query/trend";
import { bucketsOf } from "../../../../core/usage/rollup";
import { startOfLocalHour } from "../../../../core/usage/time-zone";
import { totalsOf, type UsageTotals } from "../../../../core/usage/totals";
import type { UsageEvent } from "../../../../core/usage/usage-event";
import { usageEvents } from "../../../contracts/usage-event-arbitrary";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";

const hourMs = 3_600_000;
const organization = "Acme00000000" as OrganizationId;
/** A week in which the clocks change at each of these places. */
const weeks = [
  { timeZone: "UTC", at: Date.parse("2026-03-28T00:00Z") },
  { timeZone: "Asia/Kolkata", at: Date.parse("2026-03-28T00:00Z") },
  { timeZone: "America/Los_Angeles", at: Date.parse("2026-03-06T00:00Z") },
  { timeZone: "America/Los_Angeles", at: Date.parse("2026-10-30T00:00Z") },
  { timeZone: "Australia/Lord_Howe", at: Date.parse("2026-04-03T00:00Z") },
  { timeZone: "Australia/Lord_Howe", at: Date.parse("2026-10-02T00:00Z") },
  { timeZone: "Europe/Berlin", at: Date.parse("2026-10-23T00:00Z") },
];

/** Comparable, and unlike the sums themselves printable. */
const plain = (totals: UsageTotals) => ({
  ...toTotalsAnswer(totals),
  latency: [...totals.latency].sort(([a], [b]) => a - b).map(([bin, n]) => `${bin}:${n}`),
});

const value = fc.constantFrom("", "null", "acme", 'a"b', "small", "openai", "Key0000001");
const filters: fc.Arbitrary<DimensionQuery> = fc
  .record({
    dimension: fc.constantFrom(...usageDimensions),
    values: fc.oneof(value, fc.array(value, { maxLength: 3 })),
  })
  .map(({ dimension, values }) => ({ [dimension]: values }));

const valuesOf = ({ tags, used, key, task }: UsageEvent): Record<UsageDimension, string> => ({
  customer: tags.customer ?? "",
  feature: tags.feature ?? "",
  model: used?.model ?? "",
  provider: used?.provider ?? "",
  key,
  task: task ?? "",
});

/** The events themselves, one by one. */
const counted = (events: readonly UsageEvent[], query: DimensionQuery) =>
  plain(
    sumOf(
      events
        .filter((event) =>
          Object.entries(query).every(([dimension, wanted]) =>
            [wanted].flat().includes(valuesOf(event)[dimension as UsageDimension]),
          ),
        )
        .map(totalsOf),
    ),
  );

const within =
  ({ from, to }: Period) =>
  (event: { at: number }) =>
    event.at >= from && event.at < to;

const scenario = fc.constantFrom(...weeks).chain(({ timeZone, at }) =>
  fc.record({
    timeZone: fc.constant(timeZone),
    events: usageEvents(
      { organizations: [organization], timeZones: [timeZone], from: at, to: at + 96 * hourMs },
      { maxLength: 60 },
    ),
    from: fc.integer({ min: at - 24 * hourMs, max: at + 96 * hourMs }),
    ms: fc.integer({ min: 1, max: 96 * hourMs }),
    query: fc.oneof(fc.constant({}), filters),
  }),
);

const leavesOf = ({ children, other }: TreeLevel): UsageTotals[] => [
  ...children.flatMap((node) =>
    node.children.length > 0 || node.other ? leavesOf(node) : [node.totals],
  ),
  ...(other ? [other.totals] : []),
];

const record = async (events: readonly UsageEvent[]) => {
  const store = createMemoryUsageStore();
  await store.record(events);
  return store;
};

test("summary, trend, map and breakdown are the sum of the events, on any clock and filter", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ timeZone, events, from, ms, query }) => {
      const store = await record(events);
      const period = readPeriod({ from, to: from + ms }, timeZone, 0);
      const ask = { organization, timeZone, period, where: query };
      const days = await readCells(store, { ...ask, step: "day" });
      const hours = await readCells(store, { ...ask, step: "hour" });
      const expected = counted(events.filter(within(period)), query);

      expect(plain(sumCells(days))).toEqual(expected);
      for (const [cells, points] of [
        [days, daysOf(timeZone, period)],
        [hours, hoursOf(timeZone, period)],
      ] as const) {
        const { total, series, other } = trendOf(cells, points, "model", 1);
        const parts = [...series.flatMap((one) => one.points), ...(other?.points ?? [])];
        expect(plain(sumOf(total))).toEqual(expected);
        expect(plain(sumOf(parts))).toEqual(expected);
        points.forEach((point, at) => {
          expect(plain(total[at] ?? sumOf([]))).toEqual(
            counted(events.filter(within(point)), query),
          );
        });
      }
      for (const dimension of usageDimensions) {
        const { listed, other } = rank(groupBy(days, dimension), 1);
        const parts = [...listed, ...(other ? [other] : [])].map(({ totals }) => totals);
        expect(plain(sumOf(parts))).toEqual(expected);
        for (const { value: one, totals } of listed) {
          const own = dimension in query ? {} : { [dimension]: one };
          if (Object.keys(own).length > 0) {
            expect(plain(totals)).toEqual(
              counted(events.filter(within(period)), { ...query, ...own }),
            );
          }
        }
      }
      const tree: SpendTree = spendTree(days, ["customer", "feature", "model"], [2, 1, 1]);
      expect(plain(tree.totals)).toEqual(expected);
      expect(plain(sumOf(leavesOf(tree)))).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

/** Zones whose hours begin together, and ones whose hours don't. */
const moved = (zones: readonly string[]) =>
  fc
    .record({
      timeZone: fc.constantFrom(...zones),
      events: usageEvents(
        {
          organizations: [organization],
          timeZones: zones,
          from: Date.parse("2026-10-22T00:00Z"),
          to: Date.parse("2026-10-28T00:00Z"),
        },
        { maxLength: 60 },
      ),
      from: fc.integer({
        min: Date.parse("2026-10-22T00:00Z"),
        max: Date.parse("2026-10-27T00:00Z"),
      }),
      lengths: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
    })
    .map((all) => {
      const edges = [startOfLocalHour(all.timeZone, all.from)];
      for (const hours of all.lengths) {
        edges.push(startOfLocalHour(all.timeZone, (edges.at(-1) ?? 0) + hours * hourMs));
      }
      return { ...all, edges };
    });

const totalOf = async (events: readonly UsageEvent[], timeZone: string, period: Period) => {
  const store = await record(events);
  const cells = await readCells(store, {
    organization,
    timeZone,
    period,
    step: "day",
    where: {},
  });
  return sumCells(cells);
};

describe("where the organization changed its zone", () => {
  test("a period is still exact if the zones' hours begin together", async () => {
    const zones = ["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo"];
    await fc.assert(
      fc.asyncProperty(moved(zones), async ({ timeZone, events, edges }) => {
        const period = { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 };
        expect(plain(await totalOf(events, timeZone, period))).toEqual(
          counted(events.filter(within(period)), {}),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("any request counts once in periods that follow each other, in that of its own hour", async () => {
    const zones = ["UTC", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Kathmandu"];
    await fc.assert(
      fc.asyncProperty(moved(zones), async ({ timeZone, events, edges }) => {
        const hourOf = (event: UsageEvent): number =>
          bucketsOf(event).find(({ interval }) => interval === "hour")?.start ?? 0;
        for (const [n, to] of edges.slice(1).entries()) {
          const period = { from: edges[n] ?? 0, to };
          const expected = events.filter((event) => within(period)({ at: hourOf(event) }));
          expect(plain(await totalOf(events, timeZone, period))).toEqual(counted(expected, {}));
        }
      }),
      { numRuns: 200 },
    );
  });
});
