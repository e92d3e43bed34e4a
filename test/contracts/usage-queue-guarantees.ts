import type { UsageQueue } from "../../core/ports/usage-queue";
import type { UsageEvent } from "../../core/usage/usage-event";
import { usageEvent } from "./usage-event-arbitrary";

const at = Date.parse("2026-11-24T12:00:00Z");

/** An event of its own number, with tags that take more bytes than characters. */
export const numbered = (serial: number): UsageEvent =>
  usageEvent({ at, tags: { customer: "株式会社".repeat(8), feature: `f${serial}` } }, serial);

export const idsOf = (events: readonly UsageEvent[]): string[] => events.map(({ id }) => id).sort();

/** What is sent arrives, whole and at least once. */
export const queueGuarantees = (
  open: () => { readonly queue: UsageQueue; readonly arrived: () => Promise<UsageEvent[]> },
): void => {
  test("an event arrives as it was sent", async () => {
    const { queue, arrived } = open();
    await queue.send(numbered(1));
    expect(await arrived()).toEqual([numbered(1)]);
  });

  test("a thousand events sent at once all arrive", async () => {
    const { queue, arrived } = open();
    const events = Array.from({ length: 1_000 }, (_, serial) => numbered(serial));
    await Promise.all(events.map((event) => queue.send(event)));
    expect(idsOf(await arrived())).toEqual(idsOf(events));
  });

  test("once drained, everything has arrived that was sent before", async () => {
    const { queue, arrived } = open();
    for (let serial = 0; serial < 60; serial += 1) void queue.send(numbered(serial));
    await queue.drained();
    expect(await arrived()).toHaveLength(60);
    await queue.drained();
  });
};
