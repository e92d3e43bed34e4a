import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { Button } from "../../components/button";
import styles from "./filter-bar.module.css";
import { FilterChooser } from "./filter-chooser";
import { choiceLabel, type FilterName, filterNames, filterTitles } from "./filter-fields";
import type { Question } from "./use-question";

const Chip = (props: {
  readonly name: FilterName;
  readonly label: string;
  readonly onRemove: () => void;
}) => {
  const text = () => `${filterTitles[props.name]}: ${props.label}`;
  return (
    <li class={styles.chip}>
      <span class={styles.chipText} title={text()}>
        <span class="muted">{filterTitles[props.name]}:</span> {props.label}
      </span>
      <button
        type="button"
        class={styles.remove}
        aria-label={`Remove the filter ${text()}`}
        onClick={() => props.onRemove()}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </li>
  );
};

/** The filters of the URL, each taken away by its own button, and a way to more of them. */
export const FilterBar = (props: {
  readonly question: Question;
  /** The name of a key, where a row or a list told it. */
  readonly keyName: (id: string) => string | undefined;
  readonly onLabel: (name: FilterName, value: string, label: string) => void;
  /** What rows hold of a field, for fields that no list is known of. */
  readonly seen: (name: FilterName) => readonly string[];
}) => {
  const filters = () => props.question.filters;
  const chips = () =>
    filterNames.flatMap((name) =>
      filters()
        .get(name)
        .map((value) => ({ name, value })),
    );
  const label = (name: FilterName, value: string) =>
    (name === "key" ? props.keyName(value) : undefined) ?? choiceLabel(name, value);
  const remove = (name: FilterName, value: string) =>
    filters().set(
      name,
      filters()
        .get(name)
        .filter((one) => one !== value),
    );
  return (
    <div class={styles.bar}>
      <FilterChooser question={props.question} onLabel={props.onLabel} seen={props.seen} />
      <Show when={chips().length > 0}>
        <ul class={styles.chips} aria-label="Filters">
          <For each={chips()}>
            {({ name, value }) => (
              <Chip name={name} label={label(name, value)} onRemove={() => remove(name, value)} />
            )}
          </For>
        </ul>
        <Button look="ghost" onClick={() => filters().clear()}>
          Clear
        </Button>
      </Show>
    </div>
  );
};
