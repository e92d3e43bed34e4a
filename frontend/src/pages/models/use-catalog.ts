import { useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, on } from "solid-js";
import { listModels } from "../../../../core/contract/models";
import { useOperation } from "../../api/use-operation";
import { useFilters } from "../../state/filters";
import { matchModels } from "./match-models";
import { type ModelSort, readSort, sortModels, writeSort } from "./sort-models";

/** The catalog with what the URL says of it: search, filters, order. */
export const useCatalog = () => {
  const asked = useOperation(listModels);
  const [search, setSearch] = useSearchParams();
  const filters = useFilters(["provider", "status"]);
  const [kept, setKept] = createSignal<ReadonlySet<string>>(new Set());

  const text = () => [search.search ?? ""].flat().join(" ");
  const filter = createMemo(() => ({
    search: text(),
    providers: filters.get("provider"),
    statuses: filters.get("status"),
  }));
  createEffect(on(filter, () => setKept(new Set<string>()), { defer: true }));

  const sort = createMemo(() => readSort(search.sort));
  const all = createMemo(() => asked.data?.models ?? []);
  const matching = createMemo(() => matchModels(all(), filter(), kept()));
  return {
    asked,
    filters,
    text,
    /** Typing leaves one step for Back, not one for each letter. */
    setText: (typed: string) => setSearch({ search: typed || undefined }, { replace: true }),
    isFiltered: () => text().trim() !== "" || filters.any(),
    clear: () => setSearch({ search: undefined, provider: undefined, status: undefined }),
    sort,
    setSort: (chosen: ModelSort | undefined) => setSearch({ sort: writeSort(chosen) }),
    all,
    rows: createMemo(() => sortModels(matching(), sort())),
    /** Keeps offers in sight until something else is filtered for. */
    keep: (offers: readonly string[]) => setKept((before) => new Set([...before, ...offers])),
  };
};

export type Catalog = ReturnType<typeof useCatalog>;
