import { startOfLocalDay } from "../../../core/contract/time";
import { formatBucket, formatTick } from "../../../frontend/src/format/bucket";
import { formatZone } from "../../../frontend/src/format/time";

test.each(["UTC", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Auckland"])(
  "check 3: a day that begins in %s has the same date as bar, in the tooltip and in the table",
  (timeZone) => {
    const start = new Date(startOfLocalDay(timeZone, Date.UTC(2026, 10, 24, 12))).toISOString();
    const date = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short" });
    const shown = date.format(Date.parse(start));
    expect(formatTick(start, "day", timeZone)).toBe(shown);
    expect(formatBucket(start, "day", timeZone)).toMatch(new RegExp(`^\\w{3} ${shown}$`));
  },
);

test("an hour is the hour of the organization's clock", () => {
  expect(formatBucket("2026-11-24T08:30:00Z", "hour", "Asia/Kolkata")).toBe("24 Nov, 14:00");
  expect(formatTick("2026-11-24T08:30:00Z", "hour", "Asia/Kolkata")).toBe("14:00");
});

test("midnight among hours is marked by its day", () => {
  expect(formatTick("2026-11-23T18:30:00Z", "hour", "Asia/Kolkata")).toBe("24 Nov");
});

test.each([
  { timeZone: "UTC", text: "UTC" },
  { timeZone: "Europe/London", text: "Europe/London (UTC)" },
  { timeZone: "Asia/Kolkata", text: "Asia/Kolkata (UTC+5:30)" },
  { timeZone: "America/Los_Angeles", text: "America/Los_Angeles (UTC−8)" },
])("$timeZone is told as $text in November", ({ timeZone, text }) => {
  expect(formatZone(timeZone, Date.UTC(2026, 10, 24))).toBe(text);
});
