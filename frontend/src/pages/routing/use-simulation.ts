import { useSearchParams } from "@solidjs/router";
import { simulate } from "../../../../core/contract/simulator";
import { useOperation } from "../../api/use-operation";
import { useFilters } from "../../state/filters";
import { type Period, usePeriod } from "../../state/period";
import { lastFullDays } from "./full-days";

const defaultDays = 7;

/** What is simulated: a period, 7 full days where the URL names none, and whose traffic. */
export const useSimulation = () => {
  const [search, setSearch] = useSearchParams();
  const filters = useFilters(["key", "customer"]);
  const picked = usePeriod("7d");
  const isPicked = () =>
    search.period !== undefined || (search.from !== undefined && search.to !== undefined);
  const period: Period = {
    ...picked,
    // A stretch without a name is shown by its days.
    name: () => (isPicked() ? picked.name() : undefined),
    range: () =>
      isPicked() ? picked.range() : lastFullDays(defaultDays, picked.timeZone(), Date.now()),
  };
  const query = () => ({ ...(isPicked() && picked.query()), ...filters.query() });
  return {
    asked: useOperation(simulate, () => ({ query: query() })),
    filters,
    period,
    isPicked,
    /** Back to the last full days. */
    unpick: () => setSearch({ period: undefined, from: undefined, to: undefined }),
  };
};

export type Simulation = ReturnType<typeof useSimulation>;
