import { createMemo } from "solid-js";
import { providerLabel } from "../../../../core/contract/provider-label";
import { Button } from "../../components/button";
import { SelectField } from "../../components/select-field";
import { TextField } from "../../components/text-field";
import { columnTitles } from "./column-titles";
import styles from "./models.module.css";
import { readSort, sortColumns, writeSort } from "./sort-models";
import { modelStatuses, statusLabels } from "./status-labels";
import type { Catalog } from "./use-catalog";

type Filter = "provider" | "status";

const sortOptions = [
  { value: "", label: "Enabled, then cheapest" },
  ...sortColumns.flatMap((column) =>
    [false, true].map((descending) => ({
      value: writeSort({ column, descending }) ?? "",
      label: `${columnTitles[column]} ${descending ? "↓" : "↑"}`,
    })),
  ),
];

/** Search, provider and status; on a phone the order as well, which otherwise the heads set. */
export const CatalogFilters = (props: { readonly catalog: Catalog }) => {
  const countOf = (filter: Filter) =>
    createMemo(() => {
      const counts = new Map<string, number>();
      for (const model of props.catalog.all()) {
        counts.set(model[filter], (counts.get(model[filter]) ?? 0) + 1);
      }
      return counts;
    });
  const providers = countOf("provider");
  const statuses = countOf("status");
  const chosen = (filter: Filter) => props.catalog.filters.get(filter)[0] ?? "";
  const choose = (filter: Filter) => (value: string) =>
    props.catalog.filters.set(filter, value === "" ? [] : [value]);
  const providerOptions = createMemo(() => [
    { value: "", label: "All providers" },
    ...[...providers()]
      .map(([value, count]) => ({ value, label: `${providerLabel(value)} (${count})` }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  ]);
  const statusOptions = createMemo(() => [
    { value: "", label: "All statuses" },
    ...modelStatuses.map((value) => ({
      value,
      label: `${statusLabels[value]} (${statuses().get(value) ?? 0})`,
    })),
  ]);
  return (
    <search class={styles.filters} aria-label="Models">
      <div class={styles.search}>
        <TextField
          name="search"
          type="search"
          label="Search name or id"
          value={props.catalog.text()}
          onInput={props.catalog.setText}
        />
      </div>
      <SelectField
        label="Provider"
        value={chosen("provider")}
        options={providerOptions()}
        onChange={choose("provider")}
      />
      <SelectField
        label="Status"
        value={chosen("status")}
        options={statusOptions()}
        onChange={choose("status")}
      />
      <div class={styles.phoneOnly}>
        <SelectField
          label="Order"
          value={writeSort(props.catalog.sort()) ?? ""}
          options={sortOptions}
          onChange={(value) => props.catalog.setSort(readSort(value))}
        />
      </div>
      <Button
        look="ghost"
        class={props.catalog.isFiltered() ? "" : styles.unused}
        onClick={() => props.catalog.clear()}
      >
        Clear filters
      </Button>
    </search>
  );
};
