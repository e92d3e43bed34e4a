import { useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, onCleanup } from "solid-js";
import { type PeriodName, periodNames, type Range, rangeOf } from "./period-range";
import { useWorkspace } from "./workspace";

export type { PeriodName } from "./period-range";
export { periodLabels, periodNames, rangeOf } from "./period-range";

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
