import Plus from "lucide-solid/icons/plus";
import X from "lucide-solid/icons/x";
import { createSignal, For, type JSX, Show } from "solid-js";
import type { Filters } from "../state/filters";
import { Button } from "./button";
import styles from "./filter-bar.module.css";
import { Popover } from "./popover";
import { SelectField } from "./select-field";

type Props<Name extends string> = {
  readonly filters: Filters<Name>;
  /** How each filter is called. */
  readonly titles: Readonly<Record<Name, string>>;
  /** What people read for a value. */
  readonly labelOf: (name: Name, value: string) => string;
  /** What a filter can be set to: `choose` adds a value. */
  readonly values: (name: Name, choose: (value: string) => void) => JSX.Element;
};

const AddFilter = <Name extends string>(props: Props<Name>) => {
  const [open, setOpen] = createSignal(false);
  const [name, setName] = createSignal<Name | undefined>(props.filters.names[0]);
  const options = () => props.filters.names.map((value) => ({ value, label: props.titles[value] }));
  const choose = (value: string) => {
    const into = name();
    if (into === undefined) return;
    props.filters.set(into, [...new Set([...props.filters.get(into), value])]);
    setOpen(false);
  };
  return (
    <Popover
      label="Add a filter"
      trigger={
        <>
          <Plus size={16} aria-hidden="true" />
          Filter
        </>
      }
      open={open()}
      onOpenChange={setOpen}
    >
      <div class={styles.chooser}>
        <Show when={name()} keyed>
          {(chosen) => (
            <>
              <SelectField
                label="Filter by"
                value={chosen}
                options={options()}
                onChange={(next) => setName(() => next)}
              />
              {props.values(chosen, choose)}
            </>
          )}
        </Show>
      </div>
    </Popover>
  );
};

/** What a page is filtered by, each removable; and what else it could be filtered by. */
export const FilterBar = <Name extends string>(props: Props<Name>) => {
  const chips = () =>
    props.filters.names.flatMap((name) =>
      props.filters.get(name).map((value) => ({ name, value })),
    );
  const text = (name: Name, value: string) =>
    `${props.titles[name]}: ${props.labelOf(name, value)}`;
  const remove = (name: Name, value: string) =>
    props.filters.set(
      name,
      props.filters.get(name).filter((one) => one !== value),
    );
  return (
    <div class={styles.bar}>
      <For each={chips()}>
        {(chip) => (
          <button
            type="button"
            class={styles.chip}
            aria-label={`Remove filter ${text(chip.name, chip.value)}`}
            onClick={() => remove(chip.name, chip.value)}
          >
            <span class={styles.text}>{text(chip.name, chip.value)}</span>
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </For>
      <AddFilter {...props} />
      <Show when={props.filters.any()}>
        <Button look="ghost" onClick={() => props.filters.clear()}>
          Clear filters
        </Button>
      </Show>
    </div>
  );
};
