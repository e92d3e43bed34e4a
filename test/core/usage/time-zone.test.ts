import fc from "fast-check";
import { isTimeZone, startOfLocalDay, startOfLocalHour } from "../../../core/usage/time-zone";

const hourMs = 3_600_000;
const utc = (text: string): number => Date.parse(text);

type Case = { name: string; zone: string; at: string; start: string };

describe("the start of a local day", () => {
  test.each<Case>([
    { name: "UTC", zone: "UTC", at: "2026-11-24T13:00Z", start: "2026-11-24T00:00Z" },
    { name: "+5:30", zone: "Asia/Kolkata", at: "2026-11-24T18:29Z", start: "2026-11-23T18:30Z" },
    { name: "+5:45", zone: "Asia/Kathmandu", at: "2026-11-24T18:15Z", start: "2026-11-24T18:15Z" },
    {
      name: "-8",
      zone: "America/Los_Angeles",
      at: "2026-12-01T07:59Z",
      start: "2026-11-30T08:00Z",
    },
    {
      name: "a day of 23 hours, after the change",
      zone: "Europe/Berlin",
      at: "2026-03-29T12:00Z",
      start: "2026-03-28T23:00Z",
    },
    {
      name: "the last minute of a day of 23 hours",
      zone: "Europe/Berlin",
      at: "2026-03-29T21:59Z",
      start: "2026-03-28T23:00Z",
    },
    {
      name: "the last minute of a day of 25 hours",
      zone: "Europe/Berlin",
      at: "2026-10-25T22:59Z",
      start: "2026-10-24T22:00Z",
    },
    {
      name: "the day after one of 25 hours",
      zone: "Europe/Berlin",
      at: "2026-10-25T23:00Z",
      start: "2026-10-25T23:00Z",
    },
    {
      name: "midnight skipped: the day begins at one",
      zone: "Africa/Cairo",
      at: "2026-04-24T12:00Z",
      start: "2026-04-23T22:00Z",
    },
    {
      name: "clocks back onto midnight: the day begins the first time",
      zone: "Atlantic/Azores",
      at: "2026-10-25T12:00Z",
      start: "2026-10-25T00:00Z",
    },
    {
      name: "clocks back across midnight: the repeated hour is yesterday's",
      zone: "Africa/Cairo",
      at: "2026-10-29T21:30Z",
      start: "2026-10-28T21:00Z",
    },
    {
      name: "half an hour back on Lord Howe Island",
      zone: "Australia/Lord_Howe",
      at: "2026-04-05T12:00Z",
      start: "2026-04-04T13:00Z",
    },
    {
      name: "a day that never was in Samoa",
      zone: "Pacific/Apia",
      at: "2011-12-30T10:30Z",
      start: "2011-12-30T10:00Z",
    },
  ])("$name", ({ zone, at, start }) => {
    expect(new Date(startOfLocalDay(zone, utc(at)))).toEqual(new Date(start));
  });
});

describe("the start of a local hour", () => {
  test.each<Case>([
    { name: "+5:30", zone: "Asia/Kolkata", at: "2026-11-24T18:29Z", start: "2026-11-24T17:30Z" },
    {
      name: "-8",
      zone: "America/Los_Angeles",
      at: "2026-12-01T07:59Z",
      start: "2026-12-01T07:00Z",
    },
    {
      name: "the second of two equal hours is an hour of its own",
      zone: "Europe/Berlin",
      at: "2026-10-25T01:30Z",
      start: "2026-10-25T01:00Z",
    },
    {
      name: "Lord Howe, before half an hour goes back",
      zone: "Australia/Lord_Howe",
      at: "2026-04-04T14:59Z",
      start: "2026-04-04T14:00Z",
    },
    {
      name: "Lord Howe, the repeated half hour",
      zone: "Australia/Lord_Howe",
      at: "2026-04-04T15:10Z",
      start: "2026-04-04T15:00Z",
    },
    {
      name: "Lord Howe, the first whole hour afterwards",
      zone: "Australia/Lord_Howe",
      at: "2026-04-04T15:40Z",
      start: "2026-04-04T15:30Z",
    },
    {
      name: "Lord Howe, the half hour left after the leap forward",
      zone: "Australia/Lord_Howe",
      at: "2026-10-03T15:45Z",
      start: "2026-10-03T15:30Z",
    },
  ])("$name", ({ zone, at, start }) => {
    expect(new Date(startOfLocalHour(zone, utc(at)))).toEqual(new Date(start));
  });
});

// The rules below hold wherever no day is cut in two; St. John's was the last, until 2011.
const zones = Intl.supportedValuesOf("timeZone");
const instants = fc.integer({ min: utc("2012-01-01T00:00Z"), max: utc("2037-12-31T00:00Z") });
const settings = { numRuns: 1_000 };

const localText = (zone: string, at: number): string =>
  new Date(at).toLocaleString("sv-SE", { timeZone: zone });

describe("in every zone and at every time", () => {
  test("a day's start is of that date, and the millisecond before is not", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const start = startOfLocalDay(zone, at);
        const date = localText(zone, at).slice(0, 10);
        expect(start).toBeLessThanOrEqual(at);
        expect(localText(zone, start).slice(0, 10)).toBe(date);
        expect(localText(zone, start - 1).slice(0, 10)).not.toBe(date);
      }),
      settings,
    );
  });

  test("an hour's start is of that clock hour, at most an hour ago, and starts itself", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const start = startOfLocalHour(zone, at);
        expect(at - start).toBeGreaterThanOrEqual(0);
        expect(at - start).toBeLessThan(hourMs);
        expect(localText(zone, start).slice(0, 13)).toBe(localText(zone, at).slice(0, 13));
        expect(startOfLocalHour(zone, start)).toBe(start);
      }),
      settings,
    );
  });

  test("hours and days follow each other: a later instant never starts earlier", () => {
    const within = fc.integer({ min: 0, max: 30 * hourMs });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, within, (zone, at, laterMs) => {
        for (const startOf of [startOfLocalHour, startOfLocalDay]) {
          const start = startOf(zone, at + laterMs);
          expect(start === startOf(zone, at) || start > at).toBe(true);
        }
      }),
      settings,
    );
  });

  test("an hour never lies in two days", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const hour = startOfLocalHour(zone, at);
        expect(startOfLocalDay(zone, hour)).toBe(startOfLocalDay(zone, at));
      }),
      settings,
    );
  });
});

describe("a zone's name", () => {
  test.each([
    { name: "Europe/Berlin", known: true },
    { name: "UTC", known: true },
    { name: "Mars/Olympus", known: false },
    { name: "", known: false },
  ])("'$name' is known: $known", ({ name, known }) => {
    expect(isTimeZone(name)).toBe(known);
  });

  test("an unknown one is an error that names it", () => {
    expect(() => startOfLocalDay("Mars/Olympus", 0)).toThrow(/Mars\/Olympus/);
  });
});
