import { createUniqueId, For, Show } from "solid-js";
import styles from "./field.module.css";

export type SelectOption<Value extends string> = { readonly value: Value; readonly label: string };

/** One of a few values: the browser's own list, which every phone and screen reader knows. */
export const SelectField = <Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
}) => {
  const id = createUniqueId();
  return (
    <div class={styles.field}>
      <label class={props.hideLabel ? "visually-hidden" : styles.label} for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class={styles.control}
        disabled={props.disabled}
        aria-invalid={props.error !== undefined}
        aria-describedby={(props.hint ?? props.error) ? `${id}-note` : undefined}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const chosen = props.options.find((option) => option.value === value);
          if (chosen) props.onChange(chosen.value);
          // What was not taken over is not shown either.
          event.currentTarget.value = props.value;
        }}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
      <Show when={props.error ?? props.hint}>
        {(note) => (
          <span id={`${id}-note`} class={props.error === undefined ? styles.hint : styles.error}>
            {note()}
          </span>
        )}
      </Show>
    </div>
  );
};
