import { TextField as Base } from "@kobalte/core/text-field";
import { createUniqueId, For, Show } from "solid-js";
import styles from "./field.module.css";

/** A line of text that is searched for in a long list while it is typed: the browser's own list. */
export const SuggestField = (props: {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label?: string }[];
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}) => {
  const id = createUniqueId();
  return (
    <Base
      class={styles.field}
      name={props.name}
      value={props.value}
      onChange={props.onInput}
      validationState={props.error === undefined ? "valid" : "invalid"}
    >
      <Base.Label class={styles.label}>{props.label}</Base.Label>
      <Base.Input
        class={styles.control}
        list={id}
        autocomplete="off"
        spellcheck={false}
        // The list shows what matches the text, so what is typed takes the text's place.
        onFocus={(event) => event.currentTarget.select()}
      />
      <datalist id={id}>
        <For each={props.options}>
          {(option) => <option value={option.value}>{option.label ?? ""}</option>}
        </For>
      </datalist>
      <Show when={props.hint}>
        {(hint) => <Base.Description class={styles.hint}>{hint()}</Base.Description>}
      </Show>
      <Base.ErrorMessage class={styles.error}>{props.error}</Base.ErrorMessage>
    </Base>
  );
};
