import { createMemo } from "solid-js";
import { getBreakdown } from "../../../../core/contract/usage";
import { useOperation } from "../../api/use-operation";
import { SelectField } from "../../components/select-field";
import styles from "./routing.module.css";
import { allOf, choiceOf, valuesOf } from "./scope";
import type { Simulation } from "./use-simulation";

type Dimension = "key" | "customer";

const mostChoices = "1000";

/** A filter's values over the period, the dearest first, and what the URL names beside them. */
const ScopeSelect = (props: {
  readonly by: Dimension;
  readonly label: string;
  readonly every: string;
  readonly simulation: Simulation;
}) => {
  const asked = useOperation(getBreakdown, () => {
    const { from, to } = props.simulation.period.range();
    return {
      query: {
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        by: props.by,
        limit: mostChoices,
      },
    };
  });
  const chosen = () => choiceOf(props.simulation.filters.get(props.by));
  const options = createMemo(() => {
    const rows = (asked.data?.rows ?? []).map(({ value, label }) => ({
      value: choiceOf([value]),
      label: label || "Untagged",
    }));
    const every = [{ value: allOf, label: props.every }, ...rows];
    const isListed = every.some(({ value }) => value === chosen());
    return isListed
      ? every
      : [...every, { value: chosen(), label: valuesOf(chosen())[0] || "Untagged" }];
  });
  return (
    <SelectField
      label={props.label}
      value={chosen()}
      options={options()}
      onChange={(choice) => props.simulation.filters.set(props.by, valuesOf(choice))}
    />
  );
};

/** Whose traffic is replayed. */
export const ScopePicker = (props: { readonly simulation: Simulation }) => (
  <div class={styles.scope}>
    <ScopeSelect by="key" label="Key" every="All keys" simulation={props.simulation} />
    <ScopeSelect
      by="customer"
      label="Customer"
      every="All customers"
      simulation={props.simulation}
    />
  </div>
);
