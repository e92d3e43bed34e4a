import type { OrganizationId } from "../../../core/ids";
import { type DayMark, markDays } from "../../../core/usage/day-mark";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { createDayPacker } from "../../../lambdas/recorder/pack-days";
import { usageEvent } from "../../contracts/usage-event-arbitrary";
import { createMemoryUsageStore } from "../../fakes/memory-usage-store";

const organization = "Acme00000000" as OrganizationId;
const dayMs = 86_400_000;
const first = Date.parse("2026-11-01T00:00:00Z");
const minuteMs = 60_000;

/** Recorded requests, their marks, and a packer on a clock of its own. */
const open = () => {
  const store = createMemoryUsageStore();
  const all: UsageEvent[] = [];
  const packed = new Map<number, number>();
  const written: string[] = [];
  const clock = { ms: 0 };
  const marksOf = (): readonly DayMark[] =>
    markDays(all).map((mark) => {
      const known = packed.get(mark.start);
      return known === undefined ? mark : { ...mark, packed: known };
    });
  const packDays = createDayPacker({
    marks: {
      marks: async ({ from, to }) => marksOf().filter(({ start }) => start >= from && start < to),
    },
    packs: {
      write: async ({ start, requests }) => {
        packed.set(start, requests);
        written.push(`day ${(start - first) / dayMs}: ${requests}`);
      },
    },
    consistent: store,
    now: () => clock.ms,
  });
  let serial = 0;
  /** Records a request of a day and tells the packer. */
  const request = async (day: number): Promise<void> => {
    serial += 1;
    const event = usageEvent({ at: first + day * dayMs + serial, organization }, serial);
    await store.record([event]);
    all.push(event);
    await packDays([event]);
  };
  return { request, written, clock };
};

describe("packing days", () => {
  test("a day is packed when a request of a later one comes, and once", async () => {
    const { request, written } = open();
    await request(0);
    await request(0);
    expect(written).toEqual([]);
    await request(1);
    await request(1);
    await request(1);
    expect(written).toEqual(["day 0: 2"]);
  });

  test("days that are behind are packed one at each call, the newest first", async () => {
    const { request, written } = open();
    // None of them is later than the first: nothing is packed.
    for (const day of [3, 2, 1]) await request(day);
    expect(written).toEqual([]);
    await request(4);
    await request(4);
    expect(written).toEqual(["day 3: 1", "day 2: 1"]);
    await request(4);
    await request(4);
    expect(written).toEqual(["day 3: 1", "day 2: 1", "day 1: 1"]);
  });

  test("a day that a late request came to is packed again, after ten minutes", async () => {
    const { request, written, clock } = open();
    await request(0);
    await request(1);
    await request(0);
    expect(written).toEqual(["day 0: 1"]);
    clock.ms += 10 * minuteMs;
    await request(1);
    expect(written).toEqual(["day 0: 1", "day 0: 2"]);
  });
});
