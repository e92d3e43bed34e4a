import { useNavigate } from "@solidjs/router";
import { createMemo } from "solid-js";
import { getMap } from "../../../../../core/contract/usage";
import { useOperation } from "../../../api/use-operation";
import { type Overview, refreshMs, useView } from "../overview-state";
import { levelAt, levels, type MapPath, pathOf } from "./map-level";

/** The map's place in its tree. Going down is a filter of the whole page, so all figures follow. */
export const useSpendMap = (overview: Overview) => {
  const { filters, query, rows } = overview;
  const navigate = useNavigate();
  const view = useView("map", ["map", "table"], "map");
  const map = useOperation(
    getMap,
    () => ({ query: query() }),
    () => ({ everyMs: refreshMs }),
  );
  const path = createMemo((): MapPath => pathOf(filters.get("customer"), filters.get("feature")));
  const level = createMemo(() => map.data && levelAt(map.data, path()));
  const dimension = () => levels[path().length];
  return {
    map,
    view,
    path,
    level,
    dimension,
    /** Looks into a tile; below models are requests. */
    open: (value: string) => {
      const name = dimension();
      if (name === "model") navigate(rows({ model: [value] }));
      else filters.set(name, [value]);
    },
    /** @param depth - how many steps below "All" remain. */
    goTo: (depth: number) =>
      filters.change({ ...(depth < 1 && { customer: [] }), ...(depth < 2 && { feature: [] }) }),
    showAll: () => view.set("table"),
  };
};

export type SpendMapState = ReturnType<typeof useSpendMap>;
