import fc from "fast-check";
import { RequestError } from "../../../../core/errors";
import { daysOf, hoursOf } from "../../../../core/usage/query/calendar";
import { readPeriod } from "../../../../core/usage/query/period";
import { previousPeriod } from "../../../../core/usage/query/previous-period";
import { startOfLocalDay, startOfLocalHour } from "../../../../core/usage/time-zone";

const hourMs = 3_600_000;
const utc = (text: string): number => Date.parse(text);
const now = utc("2026-11-24T14:03:07Z");
const zones = [
  "UTC",
  "Asia/Kolkata",
  "America/Los_Angeles",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "America/Santiago",
];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: utc("2025-01-01"), max: utc("2027-06-01") });
const refusal = (ask: () => unknown): unknown => {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RequestError) return [error.status, error.code, error.param];
    throw error;
  }
};

describe("a period", () => {
  test("is the last seven days, to the end of the present hour, where nothing is said", () => {
    expect(readPeriod({}, "UTC", now)).toEqual({
      from: utc("2026-11-17T15:00Z"),
      to: utc("2026-11-24T15:00Z"),
    });
    expect(readPeriod({}, "Asia/Kolkata", now).to).toBe(utc("2026-11-24T14:30Z"));
  });

  test("begins and ends with hours of the zone, and takes in all that was asked for", () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 1, max: 400 * 24 * hourMs }), (tz, at, ms) => {
        const { from, to } = readPeriod({ from: at, to: at + ms }, tz, now);
        expect(from).toBe(startOfLocalHour(tz, at));
        expect(startOfLocalHour(tz, to)).toBe(to);
        expect(to).toBeGreaterThanOrEqual(at + ms);
        expect(startOfLocalHour(tz, to - 1)).toBeLessThan(at + ms);
      }),
    );
  });

  test("lies in the future where it is asked to", () => {
    const period = { from: now + 24 * hourMs, to: now + 48 * hourMs };
    expect(readPeriod(period, "UTC", now).from).toBeGreaterThan(now);
  });

  test.each([
    { name: "ends where it begins", given: { from: now, to: now }, field: "query.from" },
    { name: "ends before it begins", given: { from: now, to: now - 1 }, field: "query.from" },
    {
      name: "begins in the future without an end",
      given: { from: now + hourMs * 2 },
      field: "query.from",
    },
    {
      name: "has more than 400 days",
      given: { from: now - 401 * 24 * hourMs },
      field: "query.from",
    },
    { name: "begins before 1973", given: { from: 0, to: 1 }, field: "query.to" },
    { name: "ends after all years", given: { to: utc("9999-12-31") }, field: "query.to" },
  ])("is refused by the name of the field where it $name", ({ given, field }) => {
    expect(refusal(() => readPeriod(given, "UTC", now))).toEqual([400, "invalid_period", field]);
  });

  test("of 400 days of any zone's clock is taken", () => {
    fc.assert(
      fc.property(zone, instant, (tz, at) => {
        let to = startOfLocalDay(tz, at);
        for (let day = 0; day < 400; day += 1) to = startOfLocalDay(tz, to + 26 * hourMs);
        expect(readPeriod({ from: startOfLocalDay(tz, at), to }, tz, now).to).toBe(to);
      }),
      { numRuns: 20 },
    );
  });
});

describe("hours and days of a period", () => {
  test("follow each other from its begin to its end", () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 1, max: 72 }), (tz, at, hours) => {
        const period = readPeriod({ from: at, to: at + hours * hourMs }, tz, now);
        for (const steps of [hoursOf(tz, period), daysOf(tz, period)]) {
          expect(steps[0]?.from).toBe(period.from);
          expect(steps.at(-1)?.to).toBe(period.to);
          steps.slice(1).forEach(({ from }, n) => {
            expect(from).toBe(steps[n]?.to);
          });
        }
        for (const { from } of hoursOf(tz, period)) expect(startOfLocalHour(tz, from)).toBe(from);
      }),
    );
  });

  test.each([
    { name: "23 hours in spring", tz: "Europe/Berlin", day: "2026-03-28T23:00Z", hours: 23 },
    { name: "25 hours in autumn", tz: "Europe/Berlin", day: "2026-10-24T22:00Z", hours: 25 },
    {
      name: "25 pieces in 24.5 hours",
      tz: "Australia/Lord_Howe",
      day: "2026-04-04T13:00Z",
      hours: 25,
    },
  ])("are as many as the day has: $name", ({ tz, day, hours }) => {
    const from = utc(day);
    const to = startOfLocalDay(tz, from + 26 * hourMs);
    expect(hoursOf(tz, { from, to })).toHaveLength(hours);
    expect(daysOf(tz, { from, to })).toEqual([{ from, to }]);
  });
});

describe("the period before", () => {
  test("has as many days where it is of whole days, though not as many hours", () => {
    const berlin = { from: utc("2026-10-24T22:00Z"), to: utc("2026-10-26T23:00Z") };
    expect(previousPeriod("Europe/Berlin", berlin)).toEqual({
      from: utc("2026-10-22T22:00Z"),
      to: utc("2026-10-24T22:00Z"),
    });
  });

  test("is as long where it is of hours, and ends where the period begins", () => {
    const hours = { from: utc("2026-11-24T10:00Z"), to: utc("2026-11-24T13:00Z") };
    expect(previousPeriod("UTC", hours)).toEqual({
      from: utc("2026-11-24T07:00Z"),
      to: hours.from,
    });
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 1, max: 5_000 }), (tz, at, count) => {
        const period = readPeriod({ from: at, to: at + count * hourMs }, tz, now);
        const before = previousPeriod(tz, period);
        expect(before.to).toBe(period.from);
        expect(startOfLocalHour(tz, before.from)).toBe(before.from);
        const longer = before.to - before.from - (period.to - period.from);
        expect(Math.abs(longer)).toBeLessThanOrEqual(2 * hourMs);
      }),
    );
  });
});
