import { dateAt, endOfDate, startOfDate } from "../../../frontend/src/format/local-date";

const iso = (at: number | undefined) => (at === undefined ? at : new Date(at).toISOString());

test.each([
  { zone: "UTC", date: "2026-11-24", from: "2026-11-24T00:00:00", to: "2026-11-25T00:00:00" },
  {
    zone: "Asia/Kolkata",
    date: "2026-11-24",
    from: "2026-11-23T18:30:00",
    to: "2026-11-24T18:30:00",
  },
  {
    zone: "America/Los_Angeles",
    date: "2026-03-08",
    from: "2026-03-08T08:00:00",
    to: "2026-03-09T07:00:00",
  },
  {
    zone: "Europe/Berlin",
    date: "2026-10-25",
    from: "2026-10-24T22:00:00",
    to: "2026-10-25T23:00:00",
  },
  {
    zone: "Pacific/Kiritimati",
    date: "2026-01-01",
    from: "2025-12-31T10:00:00",
    to: "2026-01-01T10:00:00",
  },
  {
    zone: "Etc/GMT+12",
    date: "2026-01-01",
    from: "2026-01-01T12:00:00",
    to: "2026-01-02T12:00:00",
  },
])("$date in $zone is from $from to $to UTC", ({ zone, date, from, to }) => {
  expect(iso(startOfDate(zone, date))).toBe(`${from}.000Z`);
  expect(iso(endOfDate(zone, date))).toBe(`${to}.000Z`);
});

test("a date's last millisecond shows the date, the next one the day after", () => {
  const end = endOfDate("Europe/Berlin", "2026-03-29") ?? 0;
  expect(dateAt("Europe/Berlin", end - 1)).toBe("2026-03-29");
  expect(dateAt("Europe/Berlin", end)).toBe("2026-03-30");
});

test.each(["", "soon", "2026-13-01", "2026-02-30"])("%p is no date", (text) => {
  expect(startOfDate("UTC", text)).toBeUndefined();
  expect(endOfDate("UTC", text)).toBeUndefined();
});
