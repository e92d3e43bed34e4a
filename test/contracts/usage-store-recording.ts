import fc from "fast-check";
import type { OrganizationId } from "../../core/ids";
import type { UsageStore } from "../../core/ports/usage-store";
import { intervals } from "../../core/usage/bucket";
import type { UsageEvent } from "../../core/usage/usage-event";
import { usageEvent, usageEvents } from "./usage-event-arbitrary";
import { tallyOfEvents, tallyOfTotals } from "./usage-model";

const hourMs = 3_600_000;
const at = Date.parse("2026-10-24T20:00:00Z");
/** Many calls to an emulator on a machine that may be busy. */
const slowMs = 90_000;
const timeZones = ["UTC", "Asia/Kolkata", "America/Los_Angeles", "Europe/Berlin"];

/** `open` gives a recorder's view of one common store: as many as there are recorders. */
export type OpenUsageStore = () => UsageStore;

let organizations = 0;
/** An organization that no other test has written to. */
export const newOrganization = (): OrganizationId => {
  organizations += 1;
  return `Org${String(organizations).padStart(9, "0")}` as OrganizationId;
};

export const period = (organization: OrganizationId, from = at, hours = 72) => ({
  organization,
  from: from - 48 * hourMs,
  to: from + hours * hourMs,
});

/** All rows and all totals are those of these events, each counted once. */
export const expectExactly = async (
  store: UsageStore,
  organization: OrganizationId,
  events: readonly UsageEvent[],
  timeZone: string,
): Promise<void> => {
  const rows: string[] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await store.requests(period(organization), 1_000, cursor);
    rows.push(...page.events.map(({ id }) => id));
    cursor = page.next;
  }
  expect(rows).toEqual(
    events
      .map(({ id }) => id)
      .sort()
      .reverse(),
  );
  for (const interval of intervals) {
    const told = tallyOfTotals(await store.totals(period(organization), interval), timeZone);
    expect(told).toEqual(tallyOfEvents(events, interval, timeZone));
  }
};

const eventsOf = (organization: OrganizationId, timeZone: string): fc.Arbitrary<UsageEvent[]> =>
  usageEvents(
    { organizations: [organization], timeZones: [timeZone], from: at, to: at + 12 * hourMs },
    { maxLength: 60 },
  );

/** What any store must keep when it records. */
export const recordingGuarantees = (open: OpenUsageStore, numRuns: number): void => {
  test("what is recorded can be found, word by word", async () => {
    const event = usageEvent({
      at,
      organization: newOrganization(),
      tags: { customer: "é#☃", feature: "", team: "x" },
      candidates: [{ offer: "openai/gpt-5", quality: 97.5, verdict: "chosen" }],
    });
    expect(await open().record([event])).toEqual({ recorded: 1, duplicates: 0 });
    expect(await open().find(event.organization, event.id)).toEqual(event);
  });

  test("nothing recorded is nothing counted", async () => {
    expect(await open().record([])).toEqual({ recorded: 0, duplicates: 0 });
  });

  test("an event twice in one call is recorded once", async () => {
    const event = usageEvent({ at, organization: newOrganization() });
    expect(await open().record([event, event])).toEqual({ recorded: 1, duplicates: 1 });
    await expectExactly(open(), event.organization, [event], "UTC");
  });

  test("a duplicate cancels only itself", async () => {
    const organization = newOrganization();
    const all = Array.from({ length: 5 }, (_, n) => usageEvent({ at, organization }, n));
    await open().record(all.slice(1, 3));
    expect(await open().record(all)).toEqual({ recorded: 3, duplicates: 2 });
    await expectExactly(open(), organization, all, "UTC");
  });

  test("the same id in two organizations is two requests", async () => {
    const ours = usageEvent({ at, organization: newOrganization() });
    const theirs = { ...ours, organization: newOrganization() };
    expect(await open().record([ours, theirs])).toEqual({ recorded: 2, duplicates: 0 });
    await expectExactly(open(), ours.organization, [ours], "UTC");
    await expectExactly(open(), theirs.organization, [theirs], "UTC");
  });

  test(
    "overlapping batches in parallel: rows are the distinct ids, sums exact to the pUSD",
    async () => {
      const scenario = fc.constantFrom(...timeZones).chain((timeZone) => {
        const organization = newOrganization();
        return fc.record({
          organization: fc.constant(organization),
          timeZone: fc.constant(timeZone),
          events: eventsOf(organization, timeZone),
          cuts: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 4 }),
        });
      });
      await fc.assert(
        fc.asyncProperty(scenario, async ({ timeZone, events, cuts, ...names }) => {
          // Shrinking runs the same scenario again: each run needs an organization of its own.
          const organization = names.organization && newOrganization();
          const all = events.map((event) => ({ ...event, organization }));
          const batches = [all, ...cuts.map(([a, b]) => all.slice(Math.min(a, b), Math.max(a, b)))];
          const outcomes = await Promise.all(batches.map((batch) => open().record(batch)));
          const recorded = outcomes.reduce((sum, outcome) => sum + outcome.recorded, 0);
          expect(recorded).toBe(all.length);
          await expectExactly(open(), organization, all, timeZone);
        }),
        { numRuns },
      );
    },
    slowMs,
  );

  test(
    "a thousand requests, delivered twice by four recorders at once, are a thousand",
    async () => {
      const organization = newOrganization();
      const all = Array.from({ length: 1_000 }, (_, n) =>
        usageEvent(
          {
            at: at + n * 1_000,
            organization,
            tags: { customer: `customer ${n % 7}` },
            cost: (Number.MAX_SAFE_INTEGER - n) as UsageEvent["cost"],
            latencyMs: n,
          },
          n,
        ),
      );
      const deliveries = [0, 1, 2, 3].flatMap((n) => {
        const quarter = all.slice(n * 250, n * 250 + 250);
        return [quarter, quarter];
      });
      await Promise.all(deliveries.map((delivery) => open().record(delivery)));
      await expectExactly(open(), organization, all, "UTC");
    },
    slowMs,
  );
};
