const days = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** "2026-09-23" as "23 Sept 2026": a calendar's day, in no zone. What is no day is "—". */
export const dayText = (day: string): string => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? "—" : days.format(at);
};
