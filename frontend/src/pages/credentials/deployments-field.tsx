import Plus from "lucide-solid/icons/plus";
import X from "lucide-solid/icons/x";
import { Index, Show } from "solid-js";
import { Button, IconButton } from "../../components/button";
import { TextField } from "../../components/text-field";
import styles from "./credentials.module.css";
import { fieldLabels } from "./field-words";
import type { Deployment } from "./read-credential";

/** Which of an account's deployments serves each model: a row for each. */
export const DeploymentsField = (props: {
  readonly rows: readonly Deployment[];
  readonly onChange: (rows: readonly Deployment[]) => void;
  readonly error: string | undefined;
}) => {
  const change = (at: number, part: Partial<Deployment>) =>
    props.onChange(props.rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <fieldset class={styles.deployments}>
      <legend class={styles.legend}>{fieldLabels.deployments}</legend>
      <p class="muted small">
        Where a deployment is not called as its model. A model without a row is called by its own
        name.
      </p>
      <Index each={props.rows}>
        {(row, at) => (
          <div class={styles.deployment}>
            <TextField
              name={`model-${at}`}
              label={`Model ${at + 1}`}
              value={row().model}
              onInput={(model) => change(at, { model })}
            />
            <TextField
              name={`deployment-${at}`}
              label={`Deployment ${at + 1}`}
              value={row().name}
              onInput={(name) => change(at, { name })}
            />
            <IconButton
              label={`Remove row ${at + 1}`}
              onClick={() => props.onChange(props.rows.filter((_, index) => index !== at))}
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </Index>
      <Show when={props.error}>
        {(message) => (
          <p class={styles.error} role="alert">
            {message()}
          </p>
        )}
      </Show>
      <div>
        <Button onClick={() => props.onChange([...props.rows, { model: "", name: "" }])}>
          <Plus size={16} aria-hidden="true" />
          Add a deployment
        </Button>
      </div>
    </fieldset>
  );
};
