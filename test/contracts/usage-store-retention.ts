import { usageEvent } from "./usage-event-arbitrary";
import { newOrganization, type OpenUsageStore } from "./usage-store-recording";

const dayMs = 86_400_000;
const at = Date.parse("2026-07-07T07:07:07Z");

/** Rows are kept as long as their organization wanted when they were made; sums for good. */
export const retentionGuarantees = (open: OpenUsageStore, setClock: (at: number) => void): void => {
  test("a request past its days is gone at once, and its sums are not", async () => {
    const organization = newOrganization();
    const kept = usageEvent({ at, organization }, 1);
    const short = usageEvent({ at, organization, retentionDays: 7 }, 2);
    const long = usageEvent({ at, organization, retentionDays: 30 }, 3);
    await open().record([kept, short, long]);
    const period = { organization, from: at - dayMs, to: at + dayMs };
    const idsAt = async (now: number) => {
      setClock(now);
      const { events } = await open().requests(period, 10);
      const found = await Promise.all(
        [kept, short, long].map(({ id }) => open().find(organization, id)),
      );
      const ids = events.map(({ id }) => id);
      expect(found.flatMap((event) => event?.id ?? []).reverse()).toEqual(ids);
      return ids;
    };
    expect(await idsAt(at + 7 * dayMs - 1_000)).toEqual([long.id, short.id, kept.id]);
    expect(await idsAt(at + 7 * dayMs)).toEqual([long.id, kept.id]);
    expect(await idsAt(at + 30 * dayMs)).toEqual([kept.id]);
    const [day] = await open().totals(period, "day");
    expect(day?.totals.requests).toBe(3n);
  });

  test("pages of any size pass over what is gone, however much of it lies between", async () => {
    const organization = newOrganization();
    const all = Array.from({ length: 24 }, (_, serial) =>
      usageEvent({ at, organization, ...(serial % 6 > 0 && { retentionDays: 1 }) }, serial),
    );
    await open().record(all);
    setClock(at + 2 * dayMs);
    const kept = all.filter((event) => event.retentionDays === undefined).reverse();
    const period = { organization, from: at - dayMs, to: at + dayMs };
    for (const limit of [1, 2, 3, 10]) {
      const seen: string[] = [];
      for (let cursor: string | undefined, first = true; first || cursor; first = false) {
        const page = await open().requests(period, limit, cursor);
        seen.push(...page.events.map(({ id }) => id));
        cursor = page.next;
      }
      expect(seen).toEqual(kept.map(({ id }) => id));
    }
  });
};
