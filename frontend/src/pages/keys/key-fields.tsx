import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { createKey } from "../../../../core/contract/keys";
import { SelectField } from "../../components/select-field";
import { SwitchField } from "../../components/switch-field";
import { TextField } from "../../components/text-field";
import { formatZone } from "../../format/time";
import { useWorkspace } from "../../state/workspace";
import type { KeyForm } from "./key-form";
import styles from "./keys.module.css";

const routingModes = createKey.body.shape.routingMode.unwrap().options;

type Part = { readonly form: KeyForm };

/** A text of the form; what the API says of a budget as a whole stands under its first field. */
const Text = (
  props: Part & {
    readonly name: "name" | "daily" | "monthly" | "requestsPerMinute" | "environment" | "expiresOn";
    readonly label: string;
    readonly hint?: string;
    readonly prefix?: string;
    readonly type?: "date";
    readonly inputmode?: "decimal" | "numeric";
    readonly suggestions?: readonly string[];
    readonly error?: string | undefined;
    readonly required?: boolean;
    readonly autofocus?: boolean;
  },
) => (
  <TextField
    {...props}
    value={props.form.typed[props.name]}
    onInput={(value) => props.form.set(props.name, value)}
    error={props.form.errors[props.name] ?? props.error}
  />
);

const Limits = (props: Part) => (
  <fieldset class={styles.group}>
    <legend class={styles.legend}>Limits</legend>
    <div class={styles.three}>
      <Text
        form={props.form}
        name="daily"
        label="Daily budget (USD)"
        prefix="$"
        inputmode="decimal"
        error={props.form.errors.budget}
      />
      <Text
        form={props.form}
        name="monthly"
        label="Monthly budget (USD)"
        prefix="$"
        inputmode="decimal"
      />
      <Text
        form={props.form}
        name="requestsPerMinute"
        label="Requests per minute"
        inputmode="numeric"
      />
    </div>
    <p class="muted small">Empty: no limit. A request over a limit is refused and costs nothing.</p>
  </fieldset>
);

const Storage = (props: Part) => {
  const { organization } = useWorkspace();
  const off = () => !organization().promptStorage;
  return (
    <div class={styles.stack}>
      <TextField
        name="storePromptsDays"
        label="Store prompts (days)"
        inputmode="numeric"
        value={props.form.typed.storePromptsDays}
        onInput={(value) => props.form.set("storePromptsDays", value)}
        error={props.form.errors.storePromptsDays}
        disabled={off()}
        hint={
          off()
            ? "Off: your organization stores no prompts."
            : "1 to 90 days, encrypted. Empty: prompts are not stored."
        }
      />
      <Show when={off()}>
        <A href="/settings" class="small">
          Allow it in settings
        </A>
      </Show>
    </div>
  );
};

const Behavior = (props: Part) => {
  const { organization } = useWorkspace();
  return (
    <fieldset class={styles.group}>
      <legend class={styles.legend}>Behavior</legend>
      <div class={styles.three}>
        <SelectField
          label="Routing mode"
          value={props.form.typed.routingMode}
          onChange={(mode) => props.form.set("routingMode", mode)}
          error={props.form.errors.routingMode}
          options={[
            { value: "", label: `Organization's (${organization().routingMode})` },
            ...routingModes.map((mode) => ({ value: mode, label: mode })),
          ]}
        />
        <Text
          form={props.form}
          name="expiresOn"
          label="Last day"
          type="date"
          error={props.form.errors.expiresAt}
          hint={`Until the end of that day, ${formatZone(organization().timeZone, Date.now())}. Empty: it does not expire.`}
        />
        <Storage form={props.form} />
      </div>
      <SwitchField
        label="Cascade"
        checked={props.form.typed.cascade}
        onChange={(checked) => props.form.set("cascade", checked)}
        hint="Asks a cheaper model first, checks its answer, and asks the better one only where the check fails."
      />
    </fieldset>
  );
};

/** Everything that can be set of a key. */
export const KeyFields = (props: Part & { readonly environments: readonly string[] }) => (
  <>
    <div class={styles.two}>
      <Text form={props.form} name="name" label="Name" required autofocus />
      <Text
        form={props.form}
        name="environment"
        label="Environment"
        hint="dev, staging, production or a name of yours"
        suggestions={props.environments}
        required
      />
    </div>
    <Limits form={props.form} />
    <Behavior form={props.form} />
  </>
);
