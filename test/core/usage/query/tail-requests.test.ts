import fc from "fast-check";
import type { OrganizationId } from "../../../../core/ids";
import type { UsageReader } from "../../../../core/ports/usage-store";
import {
  countMinutes,
  readCounts,
  watchedFrom,
  writeCounts,
} from "../../../../core/usage/query/recent-counts";
import { tailRequests } from "../../../../core/usage/query/tail-requests";
import type { UsageEvent } from "../../../../core/usage/usage-event";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";

const organization = "Acme00000000" as OrganizationId;
const noon = Date.UTC(2026, 10, 24, 12);
const minuteMs = 60_000;
const all = () => true;

/** Looks as a client does: with the text that it was given. */
const startTail = async (store: Pick<UsageReader, "requests" | "totals">, now: number) => {
  let text = writeCounts(await countMinutes(store, organization, watchedFrom(now), now));
  return async (at: number, matches: (event: UsageEvent) => boolean = all) => {
    const seen = readCounts(text);
    if (!seen) throw new Error(`no cursor: ${text}`);
    expect(text).toMatch(/^[\w.:~-]{1,200}$/);
    const tail = await tailRequests(store, { organization, seen, matches, now: at });
    text = writeCounts(tail.seen);
    return tail;
  };
};

const idsOf = (events: readonly UsageEvent[]) => events.map(({ id }) => id);

describe("a tail", () => {
  test("tells everything once it is recorded, however late, to who keeps ids apart", async () => {
    const happening = fc.record({
      waitMs: fc.integer({ min: 0, max: 3 * minuteMs }),
      agesMs: fc.array(fc.integer({ min: 0, max: 15 * minuteMs }), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 12 }), async (story) => {
        const store = createMemoryUsageStore();
        const look = await startTail(store, noon);
        const told = new Set<string>();
        const recorded: string[] = [];
        let now = noon;
        for (const { waitMs, agesMs } of story) {
          now += waitMs;
          const late = agesMs.map((age) =>
            usageEvent({ at: now - age, organization }, recorded.length + age),
          );
          await store.record(late);
          recorded.push(...idsOf(late));
          const { events, more } = await look(now);
          expect(more).toBe(false);
          for (const id of idsOf(events)) told.add(id);
          expect([...told].sort()).toEqual([...new Set(recorded)].sort());
        }
      }),
      { numRuns: 200 },
    );
  });

  test("says nothing again where nothing new was recorded", async () => {
    const store = createMemoryUsageStore();
    const look = await startTail(store, noon);
    await store.record([usageEvent({ at: noon, organization })]);
    expect((await look(noon + 1_000)).events).toHaveLength(1);
    expect((await look(noon + 2_000)).events).toEqual([]);
  });

  test("tells a ten-minute stream with its end, of the filter's requests only", async () => {
    const store = createMemoryUsageStore();
    const look = await startTail(store, noon);
    const stream = usageEvent({ at: noon - 10 * minuteMs, organization, requested: "slow" });
    await store.record([stream, usageEvent({ at: noon, organization })]);
    const { events } = await look(noon + 1_000, ({ requested }) => requested === "slow");
    expect(idsOf(events)).toEqual([stream.id]);
  });

  test("comes back to a minute whose row could not be read yet", async () => {
    const store = createMemoryUsageStore();
    let lags = true;
    const lagging: Pick<UsageReader, "requests" | "totals"> = {
      totals: store.totals,
      requests: async (...asked) => (lags ? { events: [] } : store.requests(...asked)),
    };
    const look = await startTail(lagging, noon);
    const event = usageEvent({ at: noon, organization });
    await store.record([event]);
    expect((await look(noon)).events).toEqual([]);
    lags = false;
    expect(idsOf((await look(noon + 1_000)).events)).toEqual([event.id]);
  });

  test("gives the newest 200 and says that there are more", async () => {
    const store = createMemoryUsageStore();
    const look = await startTail(store, noon);
    const many = Array.from({ length: 1_500 }, (_, n) => usageEvent({ at: noon, organization }, n));
    await store.record(many);
    const { events, more } = await look(noon + 1_000);
    expect(more).toBe(true);
    expect(idsOf(events)).toEqual(idsOf(many.slice(-200).reverse()));
    expect(await look(noon + 2_000)).toMatchObject({ events: [], more: false });
  });

  test("sends who was away for hours to the list", async () => {
    const store = createMemoryUsageStore();
    const look = await startTail(store, noon);
    const later = noon + 5 * 60 * minuteMs;
    expect(await look(later)).toMatchObject({ events: [], more: true });
    expect(await look(later + 1_000)).toMatchObject({ events: [], more: false });
  });

  test.each(["", "1.2.", "A.1", "1..2", "zzzzzzzzzzzz", "-1"])("%j is no cursor", (text) => {
    expect(readCounts(text)).toBeUndefined();
  });
});
