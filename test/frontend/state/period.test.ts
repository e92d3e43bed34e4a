import { daysOf, hoursOf } from "../../../core/usage/query/calendar";
import { periodNames, rangeOf } from "../../../frontend/src/state/period-range";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const zones = ["UTC", "Asia/Kolkata", "America/Los_Angeles"] as const;

const dateIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
const clockIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium" }).format(at);

/** Some that lie on different days of the zones, and around midnights. */
const instants = [
  Date.UTC(2026, 10, 24, 14, 3, 7),
  Date.UTC(2026, 10, 24, 18, 29, 59),
  Date.UTC(2026, 10, 24, 18, 30),
  Date.UTC(2026, 10, 25, 7, 59),
  Date.UTC(2026, 10, 25, 0, 0),
];

const cases = zones.flatMap((timeZone) =>
  (["7d", "month", "30d", "90d", "today"] as const).map((name) => ({ timeZone, name })),
);

describe("check 1: days sum to their range", () => {
  test.each(cases)("$name in $timeZone begins at a midnight, and is all of its days", (row) => {
    const { timeZone, name } = row;
    for (const now of instants) {
      const range = rangeOf(name, timeZone, now);
      const days = daysOf(timeZone, range);
      expect(clockIn(timeZone, range.from)).toBe("00:00:00");
      expect(days[0]?.from).toBe(range.from);
      expect(days.at(-1)?.to).toBe(range.to);
      expect(days.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(range.to - range.from);
      const dates = days.map(({ from }) => dateIn(timeZone, from));
      expect(new Set(dates).size).toBe(dates.length);
      expect(dates.at(-1)).toBe(dateIn(timeZone, now));
    }
  });

  test.each([
    { name: "7d", days: 7 },
    { name: "30d", days: 30 },
    { name: "90d", days: 90 },
  ] as const)("$name is $days days of the zone, today among them", ({ name, days }) => {
    for (const timeZone of zones) {
      for (const now of instants) {
        expect(daysOf(timeZone, rangeOf(name, timeZone, now))).toHaveLength(days);
      }
    }
  });

  test("the last 24 hours are whole hours of the zone's clock, the running one among them", () => {
    const now = Date.UTC(2026, 10, 24, 14, 3, 7);
    const range = rangeOf("24h", "Asia/Kolkata", now);
    expect(clockIn("Asia/Kolkata", range.from)).toMatch(/:00:00$/);
    expect(range.from).toBeLessThanOrEqual(now - dayMs);
    expect(range.to).toBeGreaterThan(now);
    expect(hoursOf("Asia/Kolkata", range)).toHaveLength(25);
  });
});

describe("check 2: month to date starts on the 1st", () => {
  test.each(zones)("of the month that it is in %s", (timeZone) => {
    const edges = [
      Date.UTC(2026, 10, 1, 3),
      Date.UTC(2026, 9, 31, 20),
      Date.UTC(2026, 10, 30, 23, 30),
    ];
    for (const now of [...edges, ...instants]) {
      const { from } = rangeOf("month", timeZone, now);
      expect(dateIn(timeZone, from)).toBe(`${dateIn(timeZone, now).slice(0, 7)}-01`);
      expect(clockIn(timeZone, from)).toBe("00:00:00");
    }
  });
});

describe("days on which clocks change", () => {
  const timeZone = "America/Los_Angeles";
  test.each([
    { name: "25 hours in autumn", now: Date.UTC(2026, 10, 2, 7, 30), hours: 25 },
    { name: "23 hours in spring", now: Date.UTC(2026, 2, 9, 6, 30), hours: 23 },
  ])("today has $name", ({ now, hours }) => {
    const range = rangeOf("today", timeZone, now);
    expect((range.to - range.from) / hourMs).toBe(hours);
    expect(daysOf(timeZone, range)).toHaveLength(1);
    expect(hoursOf(timeZone, range)).toHaveLength(hours);
  });

  test.each(periodNames)(
    "%s over such a day still begins at a midnight, or is 24 hours",
    (name) => {
      const range = rangeOf(name, timeZone, Date.UTC(2026, 10, 4, 20));
      if (name !== "24h") expect(clockIn(timeZone, range.from)).toBe("00:00:00");
      const steps = hoursOf(timeZone, range);
      expect(steps.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(range.to - range.from);
    },
  );
});
