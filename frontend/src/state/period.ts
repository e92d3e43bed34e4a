import { useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, onCleanup } from "solid-js";
import { startOfLocalDay, startOfLocalHour } from "../../../core/contract/time";
import { useWorkspace } from "./workspace";

export const periodNames = ["24h", "today", "7d", "month", "30d", "90d"] as const;
export type PeriodName = (typeof periodNames)[number];

export const periodLabels: Readonly<Record<PeriodName, string>> = {
  "24h": "Last 24 hours",
  today: "Today",
  "7d": "Last 7 days",
  month: "Month to date",
  "30d": "Last 30 days",
  "90d": "Last 90 days",
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export type Range = { readonly from: number; readonly to: number };

/** The start of the day that is `days` calendar days before an instant's. */
const daysBefore = (timeZone: string, at: number, days: number): number => {
  let start = startOfLocalDay(timeZone, at);
  // Day by day: some have 23 or 25 hours.
  for (let gone = 0; gone < days; gone += 1) start = startOfLocalDay(timeZone, start - 1);
  return start;
};

const startOfMonth = (timeZone: string, at: number): number => {
  const day = Number(new Intl.DateTimeFormat("en-US", { timeZone, day: "numeric" }).format(at));
  return daysBefore(timeZone, at, day - 1);
};

const startOf: Readonly<Record<PeriodName, (timeZone: string, now: number) => number>> = {
  "24h": (timeZone, now) => startOfLocalHour(timeZone, now - dayMs),
  today: startOfLocalDay,
  "7d": (timeZone, now) => daysBefore(timeZone, now, 6),
  month: startOfMonth,
  "30d": (timeZone, now) => daysBefore(timeZone, now, 29),
  "90d": (timeZone, now) => daysBefore(timeZone, now, 89),
};

/**
 * A named period as instants: whole hours of the zone's clock, up to the end of the running one, so
 * that its days are the zone's days.
 *
 * @param now - milliseconds since 1970 UTC.
 */
export const rangeOf = (name: PeriodName, timeZone: string, now: number): Range => ({
  from: startOf[name](timeZone, now),
  to: startOfLocalHour(timeZone, startOfLocalHour(timeZone, now) + hourMs),
});

const isPeriodName = (text: unknown): text is PeriodName =>
  (periodNames as readonly unknown[]).includes(text);

const instantOf = (text: string | string[] | undefined): number | undefined => {
  const at = typeof text === "string" ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

/**
 * The period that the URL names: `?period=7d`, or `?from=…&to=…` in ISO instants.
 *
 * @param fallback - where the URL names none.
 */
export const usePeriod = (fallback: PeriodName) => {
  const [search, setSearch] = useSearchParams();
  const { organization } = useWorkspace();
  const [now, setNow] = createSignal(Date.now());
  const tick = setInterval(() => setNow(Date.now()), 30_000);
  onCleanup(() => clearInterval(tick));

  const fixed = createMemo((): Range | undefined => {
    const from = instantOf(search.from);
    const to = instantOf(search.to);
    return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
  });
  const name = (): PeriodName => (isPeriodName(search.period) ? search.period : fallback);
  // By value, so that what is asked changes by the hour and not with each tick.
  const range = createMemo(
    () => fixed() ?? rangeOf(name(), organization().timeZone, now()),
    undefined,
    { equals: (before, after) => before.from === after.from && before.to === after.to },
  );
  return {
    /** undefined: a fixed stretch of time. */
    name: () => (fixed() ? undefined : name()),
    range,
    timeZone: () => organization().timeZone,
    /** As the API's queries take it. */
    query: () => ({
      from: new Date(range().from).toISOString(),
      to: new Date(range().to).toISOString(),
    }),
    /** As links to other pages carry it. */
    search: (): Record<string, string> => {
      const stretch = fixed();
      return stretch
        ? { from: new Date(stretch.from).toISOString(), to: new Date(stretch.to).toISOString() }
        : { period: name() };
    },
    choose: (chosen: PeriodName) => setSearch({ period: chosen, from: undefined, to: undefined }),
    fix: ({ from, to }: Range) =>
      setSearch({
        period: undefined,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      }),
  };
};

export type Period = ReturnType<typeof usePeriod>;
