import { useSearchParams } from "@solidjs/router";
import { usageDimensions } from "../../../../core/contract/usage";
import { useFilters } from "../../state/filters";
import { usePeriod } from "../../state/period";
import { rowsHref } from "../../state/rows-href";

/** So often figures are asked for anew while they are looked at. */
export const refreshMs = 60_000;
/** How often the first traffic is looked for, while somebody waits for it. */
export const firstTrafficMs = 3_000;

/** What every part of the overview shows: which period, under which filters. */
export const useOverview = () => {
  const period = usePeriod("7d");
  const filters = useFilters(usageDimensions);
  return {
    period,
    filters,
    /** As the API's queries take both. */
    query: () => ({ ...period.query(), ...filters.query() }),
    /** Where the rows of a figure are. @param more - what it is besides the page's filters. */
    rows: (more: Readonly<Record<string, string | readonly string[]>> = {}) =>
      rowsHref(period.search(), filters.query(), more),
  };
};

export type Overview = ReturnType<typeof useOverview>;

/** How a part is looked at lives in the URL as well, but is no step of the browser's history. */
export const useView = <Value extends string>(
  name: string,
  values: readonly Value[],
  fallback: Value,
) => {
  const [search, setSearch] = useSearchParams();
  return {
    get: (): Value => values.find((value) => value === search[name]) ?? fallback,
    set: (value: Value) =>
      setSearch({ [name]: value === fallback ? undefined : value }, { replace: true }),
  };
};
