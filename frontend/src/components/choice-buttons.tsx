import { For } from "solid-js";
import styles from "./tabs.module.css";

/** One of a few, each in sight: `hour | day`, `Chart | Table`. */
export const ChoiceButtons = <Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) => (
  <fieldset class={styles.list}>
    <legend class="visually-hidden">{props.label}</legend>
    <For each={props.options}>
      {(option) => (
        <button
          type="button"
          class={styles.tab}
          aria-pressed={option.value === props.value}
          onClick={() => props.onChange(option.value)}
        >
          {option.label}
        </button>
      )}
    </For>
  </fieldset>
);
