import fc from "fast-check";
import { budgetDay, budgetMonth } from "../../../core/money/budget-window";

const iso = (at: number) => new Date(at).toISOString();
const zones = [
  "UTC",
  "Asia/Kolkata",
  "America/Los_Angeles",
  "Europe/Berlin",
  "Australia/Lord_Howe",
];

describe("a budget's window", () => {
  test.each([
    {
      name: "a month in UTC",
      window: budgetMonth("UTC", Date.parse("2026-11-24T08:00:00Z")),
      start: "2026-11-01T00:00:00.000Z",
      end: "2026-12-01T00:00:00.000Z",
    },
    {
      name: "a month that begins and ends under different clocks",
      window: budgetMonth("Europe/Berlin", Date.parse("2026-10-31T22:59:00Z")),
      start: "2026-09-30T22:00:00.000Z",
      end: "2026-10-31T23:00:00.000Z",
    },
    {
      name: "a month at half an hour",
      window: budgetMonth("Asia/Kolkata", Date.parse("2026-02-28T18:29:59Z")),
      start: "2026-01-31T18:30:00.000Z",
      end: "2026-02-28T18:30:00.000Z",
    },
    {
      name: "a day of 25 hours",
      window: budgetDay("America/Los_Angeles", Date.parse("2026-11-01T12:00:00Z")),
      start: "2026-11-01T07:00:00.000Z",
      end: "2026-11-02T08:00:00.000Z",
    },
  ])("$name", ({ window, start, end }) => {
    expect([iso(window.start), iso(window.end)]).toEqual([start, end]);
  });

  test("windows hold their instant and follow each other without gap", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }),
        fc.constantFrom(budgetDay, budgetMonth),
        (zone, at, windowOf) => {
          const { start, end } = windowOf(zone, at);
          expect(start <= at && at < end).toBe(true);
          expect(windowOf(zone, end).start).toBe(end);
          expect(windowOf(zone, start - 1).end).toBe(start);
        },
      ),
    );
  });
});
