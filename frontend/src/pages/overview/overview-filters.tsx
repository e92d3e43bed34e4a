import { createMemo, createSignal, For, Show } from "solid-js";
import { listKeys } from "../../../../core/contract/keys";
import { getBreakdown, type UsageDimension } from "../../../../core/contract/usage";
import { useOperation } from "../../api/use-operation";
import { FilterBar } from "../../components/filter-bar";
import { Answered } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { TextField } from "../../components/text-field";
import { formatCount } from "../../format/count";
import styles from "./overview.module.css";
import type { Overview } from "./overview-state";

const titles: Readonly<Record<UsageDimension, string>> = {
  customer: "Customer",
  feature: "Feature",
  model: "Model",
  provider: "Provider",
  key: "Key",
  task: "Task",
};

const withoutValue = (name: UsageDimension): string =>
  name === "customer" || name === "feature" ? "Untagged" : "None";

/** The period's values of a dimension, those with the most spend first. */
const Values = (props: {
  readonly overview: Overview;
  readonly name: UsageDimension;
  readonly choose: (value: string) => void;
}) => {
  const [sought, setSought] = createSignal("");
  const asked = useOperation(getBreakdown, () => ({
    query: { ...props.overview.period.query(), by: props.name, limit: "200" },
  }));
  const matches = (label: string) => label.toLowerCase().includes(sought().trim().toLowerCase());
  return (
    <>
      <TextField
        label={`Find a ${titles[props.name].toLowerCase()}`}
        name="sought"
        type="search"
        value={sought()}
        onInput={setSought}
      />
      <Answered what="values" asked={asked} skeleton={<SkeletonLines lines={6} height={32} />}>
        {(answer) => (
          <ul class={styles.values} aria-label={`${titles[props.name]} values`}>
            <For
              each={answer().rows.filter(({ label }) => matches(label))}
              fallback={<li class="muted">None in this period.</li>}
            >
              {(row) => (
                <li>
                  <button
                    type="button"
                    class={styles.valueButton}
                    onClick={() => props.choose(row.value)}
                  >
                    <span class={styles.valueName}>{row.label}</span>
                    <span class="muted">{formatCount(row.totals.requests)}</span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        )}
      </Answered>
    </>
  );
};

/** What the whole page is filtered by. */
export const OverviewFilters = (props: { readonly overview: Overview }) => {
  const isByKey = () => props.overview.filters.get("key").length > 0;
  // Keys are filtered by their ids, and known by their names.
  const keys = useOperation(
    listKeys,
    () => ({}),
    () => ({ enabled: isByKey() }),
  );
  const names = createMemo(
    () => new Map(keys.data?.keys.map(({ id, name, last4 }) => [id, `${name} …${last4}`])),
  );
  const labelOf = (name: UsageDimension, value: string): string => {
    if (value === "") return withoutValue(name);
    return name === "key" ? (names().get(value) ?? value) : value;
  };
  return (
    <Show when={props.overview.filters} keyed>
      {(filters) => (
        <FilterBar
          filters={filters}
          titles={titles}
          labelOf={labelOf}
          values={(name, choose) => (
            <Values overview={props.overview} name={name} choose={choose} />
          )}
        />
      )}
    </Show>
  );
};
