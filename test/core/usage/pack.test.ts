import fc from "fast-check";
import { packRows } from "../../../core/usage/pack";
import { rollUp } from "../../../core/usage/rollup";
import { usageEvent, usageEvents } from "../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");

const rows = fc
  .tuple(
    usageEvents(
      { organizations: ["Acme00000000"], timeZones: ["UTC"], from: at, to: at + 5 * 3_600_000 },
      { maxLength: 150 },
    ),
    fc.infiniteStream(fc.nat(900)),
  )
  .map(([events, sizes]) =>
    events.map((event) => ({ event, bytes: sizes.next().value as number })),
  );

const limits = { items: 100, bytes: 10_000 };

describe("packs", () => {
  test("hold every row exactly once, within both limits", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const packs = packRows(all, limits);
        expect(new Set(packs.flat())).toEqual(new Set(all));
        expect(packs.flat()).toHaveLength(all.length);
        for (const pack of packs) {
          const buckets = rollUp(pack.map(({ event }) => event)).length;
          expect(pack.length + buckets).toBeLessThanOrEqual(limits.items);
          const bytes = pack.reduce((sum, row) => sum + row.bytes, 0);
          expect(bytes).toBeLessThanOrEqual(limits.bytes);
        }
      }),
    );
  });

  test("are few: a thousand alike requests need eleven", () => {
    const alike = Array.from({ length: 1_000 }, (_, n) => ({
      event: usageEvent({ at }, n),
      bytes: 1,
    }));
    expect(packRows(alike, limits)).toHaveLength(11);
  });

  test("give a row above the limit a pack of its own instead of losing it", () => {
    const sizes = [1, 20_000, 1];
    const all = sizes.map((bytes, n) => ({ event: usageEvent({ at }, n), bytes }));
    expect(packRows(all, limits).map((pack) => pack.map(({ bytes }) => bytes))).toEqual([
      [1],
      [20_000],
      [1],
    ]);
  });

  test("of nothing are none", () => {
    expect(packRows([], limits)).toEqual([]);
  });
});
