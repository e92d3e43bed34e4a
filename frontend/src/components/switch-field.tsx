import { Switch } from "@kobalte/core/switch";
import { Show } from "solid-js";
import styles from "./field.module.css";

/** On or off, at once. */
export const SwitchField = (props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Why it can't be switched: on hover, and read out with it. */
  readonly disabledBecause?: string | undefined;
  readonly hideLabel?: boolean;
  readonly hint?: string;
}) => (
  <Switch
    class={styles.switch}
    checked={props.checked}
    onChange={props.onChange}
    disabled={props.disabled === true || props.disabledBecause !== undefined}
    title={props.disabledBecause}
  >
    <Switch.Input class={styles.input} />
    <Switch.Control class={styles.track}>
      <Switch.Thumb class={styles.thumb} />
    </Switch.Control>
    <span>
      <Switch.Label class={props.hideLabel ? "visually-hidden" : styles.label}>
        {props.label}
      </Switch.Label>
      <Show when={props.disabledBecause}>
        {(why) => <Switch.Description class="visually-hidden">{why()}</Switch.Description>}
      </Show>
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
