import { TextField as Base } from "@kobalte/core/text-field";
import { createSignal, createUniqueId, For, Show } from "solid-js";
import styles from "./field.module.css";

export type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly name: string;
  readonly type?: "text" | "email" | "password" | "url" | "date" | "search";
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autocomplete?: string;
  readonly inputmode?: "decimal" | "numeric" | "email" | "url";
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly disabled?: boolean;
  /** What may be typed as well as anything else. */
  readonly suggestions?: readonly string[];
  readonly multiline?: boolean;
  readonly autofocus?: boolean;
  /** Shown before what is typed, such as "$". */
  readonly prefix?: string;
  readonly hideLabel?: boolean;
};

const Input = (props: TextFieldProps) => {
  const id = createUniqueId();
  return (
    <>
      <Base.Input
        class={styles.control}
        type={props.type ?? "text"}
        autocomplete={props.autocomplete ?? "off"}
        inputmode={props.inputmode}
        autofocus={props.autofocus}
        list={props.suggestions && id}
        spellcheck={false}
      />
      <Show when={props.suggestions}>
        {(suggestions) => (
          <datalist id={id}>
            <For each={suggestions()}>{(suggestion) => <option value={suggestion} />}</For>
          </datalist>
        )}
      </Show>
    </>
  );
};

/** One line of text (or several), with its label, what helps to fill it in, and what is wrong. */
export const TextField = (props: TextFieldProps) => (
  <Base
    class={styles.field}
    value={props.value}
    onChange={props.onInput}
    name={props.name}
    validationState={props.error === undefined ? "valid" : "invalid"}
    required={props.required}
    readOnly={props.readOnly}
    disabled={props.disabled}
  >
    <Base.Label class={props.hideLabel ? "visually-hidden" : styles.label}>
      {props.label}
    </Base.Label>
    <Show when={!props.multiline} fallback={<Base.TextArea class={styles.control} />}>
      <Show when={props.prefix} fallback={<Input {...props} />}>
        {(prefix) => (
          <span class={`${styles.withButton} ${styles.withPrefix}`}>
            <span class={styles.prefix} aria-hidden="true">
              {prefix()}
            </span>
            <Input {...props} />
          </span>
        )}
      </Show>
    </Show>
    <Show when={props.error === undefined && props.hint}>
      {(hint) => <Base.Description class={styles.hint}>{hint()}</Base.Description>}
    </Show>
    <Base.ErrorMessage class={styles.error}>{props.error}</Base.ErrorMessage>
  </Base>
);

/** A password or another secret, hidden until it is asked to be shown. */
export const PasswordField = (
  props: Omit<TextFieldProps, "type" | "multiline" | "prefix" | "suggestions"> & {
    /** What it is called by its button. @default "password" */
    readonly secret?: string;
  },
) => {
  const [shown, setShown] = createSignal(false);
  return (
    <Base
      class={styles.field}
      value={props.value}
      onChange={props.onInput}
      name={props.name}
      validationState={props.error === undefined ? "valid" : "invalid"}
      required={props.required}
    >
      <Base.Label class={styles.label}>{props.label}</Base.Label>
      <span class={styles.withButton}>
        <Base.Input
          class={styles.control}
          type={shown() ? "text" : "password"}
          autocomplete={props.autocomplete ?? "current-password"}
          spellcheck={false}
        />
        <button
          type="button"
          class={styles.inside}
          aria-label={`${shown() ? "Hide" : "Show"} the ${props.secret ?? "password"}`}
          onClick={() => setShown(!shown())}
        >
          {shown() ? "hide" : "show"}
        </button>
      </span>
      <Show when={props.error === undefined && props.hint}>
        {(hint) => <Base.Description class={styles.hint}>{hint()}</Base.Description>}
      </Show>
      <Base.ErrorMessage class={styles.error}>{props.error}</Base.ErrorMessage>
    </Base>
  );
};
