import { createSignal, createUniqueId, For, Show } from "solid-js";
import { getBreakdown } from "../../../../core/contract/usage";
import { useOperation } from "../../api/use-operation";
import { SkeletonLines } from "../../components/skeleton";
import { ErrorState } from "../../components/states";
import { TextField } from "../../components/text-field";
import { formatCount } from "../../format/count";
import styles from "./filter-bar.module.css";
import {
  choiceLabel,
  type FilterChoice,
  type FilterName,
  filterTitles,
  fixedChoices,
  isDimension,
} from "./filter-fields";
import type { Question } from "./use-question";

type Choice = FilterChoice & { readonly requests?: number };

type ValuesProps = {
  readonly name: FilterName;
  readonly question: Question;
  readonly onLabel: (value: string, label: string) => void;
  readonly seen: readonly string[];
};

/** A search field appears where there are more than can be seen at once. */
const manyChoices = 8;
const mostListed = "200";

const has = (choice: FilterChoice, search: string): boolean =>
  choice.label.toLowerCase().includes(search.toLowerCase());

/** What there is to choose from, as the period's totals know it. */
const useBreakdown = (props: ValuesProps) => {
  const { name, question } = props;
  const { from, to, filters } = question.asked();
  return useOperation(
    getBreakdown,
    () => {
      const others = Object.fromEntries(
        Object.entries(filters).filter(
          ([other]) => isDimension(other as FilterName) && other !== name,
        ),
      );
      const by = isDimension(name) ? name : "model";
      return { query: { from, to, ...others, by, limit: mostListed } };
    },
    () => ({ enabled: isDimension(name) }),
  );
};

const ChoiceBox = (props: {
  readonly choice: Choice;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) => {
  const id = createUniqueId();
  return (
    <label class={styles.item} for={id}>
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class={styles.choice}>{props.choice.label}</span>
      <Show when={props.choice.requests}>
        {(count) => <span class="muted">{formatCount(count())}</span>}
      </Show>
    </label>
  );
};

/** A field's values with a box each, the dearest first where totals know them. */
export const FilterValues = (props: ValuesProps) => {
  const [search, setSearch] = createSignal("");
  const asked = useBreakdown(props);
  const chosen = () => props.question.filters.get(props.name);
  const known = (): readonly Choice[] => {
    const fixed = fixedChoices[props.name];
    if (fixed) return fixed;
    if (isDimension(props.name)) {
      return (asked.data?.rows ?? []).map(({ value, label, totals }) => ({
        value,
        label,
        requests: totals.requests,
      }));
    }
    return props.seen.map((value) => ({ value, label: choiceLabel(props.name, value) }));
  };
  const missing = () =>
    chosen()
      .filter((value) => !known().some((choice) => choice.value === value))
      .map((value) => ({ value, label: choiceLabel(props.name, value) }));
  const choices = () => [...missing(), ...known()];
  const shown = () => choices().filter((choice) => has(choice, search()));
  const isOpenList = () => fixedChoices[props.name] === undefined;
  const change = (choice: FilterChoice, checked: boolean) => {
    props.onLabel(choice.value, choice.label);
    const others = chosen().filter((value) => value !== choice.value);
    // Both answers to a question are no filter.
    const kept = props.name === "moved" ? [] : others;
    props.question.filters.set(props.name, checked ? [...kept, choice.value] : others);
  };
  const addTyped = (event: Event) => {
    event.preventDefault();
    const value = search().trim();
    if (value === "" || props.name === "key") return;
    change({ value, label: value }, true);
    setSearch("");
  };
  return (
    <div class={styles.values} aria-busy={asked.isLoading}>
      <Show when={isOpenList() && (choices().length > manyChoices || !isDimension(props.name))}>
        <form onSubmit={addTyped}>
          <TextField
            label={`Find a value of ${filterTitles[props.name]}`}
            hideLabel
            name="search"
            type="search"
            value={search()}
            onInput={setSearch}
            hint="Enter takes what you typed"
          />
        </form>
      </Show>
      <Show when={asked.isLoading}>
        <SkeletonLines lines={5} />
      </Show>
      <Show when={asked.error}>
        {(error) => <ErrorState what="values" error={error()} onRetry={() => asked.refetch()} />}
      </Show>
      <div class={styles.list}>
        <For each={shown()}>
          {(choice) => (
            <ChoiceBox
              choice={choice}
              checked={chosen().includes(choice.value)}
              onChange={(checked) => change(choice, checked)}
            />
          )}
        </For>
        <Show when={!asked.isLoading && !asked.error && shown().length === 0}>
          <p class="muted">No values in this period.</p>
        </Show>
      </div>
    </div>
  );
};
