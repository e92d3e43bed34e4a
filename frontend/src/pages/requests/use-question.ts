import { createMemo, createSignal, untrack } from "solid-js";
import { type Filters, useFilters } from "../../state/filters";
import { type Period, usePeriod } from "../../state/period";
import { type FilterName, filterNames, type RequestFilters, readFilters } from "./filter-fields";

export type Asked = {
  readonly from: string;
  readonly to: string;
  readonly filters: RequestFilters;
  /** Counts up where the same is asked anew. */
  readonly time: number;
};

export type Question = {
  readonly period: Period;
  readonly filters: Filters<FilterName>;
  readonly asked: () => Asked;
  readonly askAnew: () => void;
};

/**
 * What the page asks for: the URL's period and filters. A period such as "Last 24 hours" stays where
 * it was when it was asked for: rows that are read must not move when the clock strikes.
 */
export const useQuestion = (): Question => {
  const period = usePeriod("24h");
  const filters = useFilters(filterNames);
  const [time, setTime] = createSignal(0);
  // By value: opening a request changes the URL, and asks for nothing new.
  const read = createMemo(() => readFilters(filters.get), undefined, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  const stretch = createMemo(() => period.name() ?? JSON.stringify(period.range()));
  const asked = createMemo((): Asked => {
    stretch();
    period.timeZone();
    return { ...untrack(() => period.query()), filters: read(), time: time() };
  });
  return { period, filters, asked, askAnew: () => setTime((count) => count + 1) };
};
