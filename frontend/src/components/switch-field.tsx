import { Switch } from "@kobalte/core/switch";
import { Show } from "solid-js";
import styles from "./field.module.css";

/** On or off, at once. */
export const SwitchField = (props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly hideLabel?: boolean;
  readonly hint?: string;
}) => (
  <Switch
    class={styles.switch}
    checked={props.checked}
    onChange={props.onChange}
    disabled={props.disabled}
  >
    <Switch.Input class={styles.input} />
    <Switch.Control class={styles.track}>
      <Switch.Thumb class={styles.thumb} />
    </Switch.Control>
    <span>
      <Switch.Label class={props.hideLabel ? "visually-hidden" : styles.label}>
        {props.label}
      </Switch.Label>
      <Show when={props.hint}>
        {(hint) => (
          <>
            <br />
            <Switch.Description class={styles.hint}>{hint()}</Switch.Description>
          </>
        )}
      </Show>
    </span>
  </Switch>
);
