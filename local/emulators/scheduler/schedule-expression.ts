import { Cron } from "croner";

/** When a schedule runs; all times are milliseconds since 1970 UTC. */
export type Timing = {
  /** The first time that is at or after `from`; undefined: never. */
  readonly firstFrom: (from: number) => number | undefined;
  /** The first time after `after`, for a schedule that began at `start`. */
  readonly nextAfter: (after: number, start: number) => number | undefined;
};

const unitMs: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** A rate runs at its start and then in equal steps. */
const rate = (text: string): Timing | undefined => {
  const [, count, unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text) ?? [];
  const stepMs = Number(count) * (unitMs[unit] ?? 0);
  if (!(stepMs > 0)) return undefined;
  return {
    firstFrom: (from) => from,
    nextAfter: (after, start) => start + (Math.floor((after - start) / stepMs) + 1) * stepMs,
  };
};

const following = (cron: Cron): Timing => {
  const nextAfter = (after: number): number | undefined => cron.nextRun(new Date(after))?.getTime();
  return { firstFrom: (from) => nextAfter(from - 1), nextAfter };
};

const options = (timezone: string) => ({ timezone, paused: true });

/**
 * AWS's six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year. Seconds are
 * put before them; a question mark, which the library would read as "now", means any.
 */
const cron = (text: string, timezone: string): Timing | undefined => {
  const fields = /^cron\((.+)\)$/.exec(text)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) return undefined;
  const pattern = ["0", ...fields.map((field) => (field === "?" ? "*" : field))].join(" ");
  const reading = { alternativeWeekdays: true, sloppyRanges: true, mode: "7-part" } as const;
  return following(new Cron(pattern, { ...options(timezone), ...reading }));
};

const at = (text: string, timezone: string): Timing | undefined => {
  const when = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(text)?.[1];
  return when === undefined ? undefined : following(new Cron(when, options(timezone)));
};

/**
 * Reads `rate(5 minutes)`, `cron(0 12 * * ? *)` or `at(2027-01-31T12:00:00)`; undefined where it is
 * none of them.
 * Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html (read 2026-11-24).
 *
 * @param timezone - IANA name; a rate needs none.
 */
export const parseScheduleExpression = (text: string, timezone: string): Timing | undefined => {
  try {
    return rate(text) ?? cron(text, timezone) ?? at(text, timezone);
  } catch {
    // The library throws for a pattern or a time zone that is none.
    return undefined;
  }
};
