import { For, Match, Switch } from "solid-js";
import { PasswordField, TextField } from "../../components/text-field";
import type { CredentialForm } from "./credential-form";
import { DeploymentsField } from "./deployments-field";
import { type FieldName, fieldHints, fieldLabels, withoutKey } from "./field-words";
import { fieldsOf, type ProviderNeeds } from "./read-credential";

type Part = { readonly form: CredentialForm; readonly needs: ProviderNeeds };

const labelOf = (field: FieldName, needs: ProviderNeeds): string =>
  needs.required.includes(field) ? fieldLabels[field] : `${fieldLabels[field]} (optional)`;

const KeyField = (props: Part) => (
  <PasswordField
    name="key"
    secret="key"
    autocomplete="off"
    label={labelOf("key", props.needs)}
    value={props.form.typed.key}
    onInput={(key) => props.form.set("key", key)}
    error={props.form.errors.key}
    hint={withoutKey[props.needs.provider]}
    required={props.needs.required.includes("key")}
  />
);

const PlainField = (props: Part & { readonly field: "region" | "resource" | "baseUrl" }) => (
  <TextField
    name={props.field}
    label={labelOf(props.field, props.needs)}
    value={props.form.typed[props.field]}
    onInput={(value) => props.form.set(props.field, value)}
    error={props.form.errors[props.field]}
    hint={fieldHints[props.field]}
    required={props.needs.required.includes(props.field)}
    {...(props.field === "baseUrl" && { inputmode: "url" as const })}
  />
);

/** The fields that a provider takes. */
export const CredentialFields = (props: Part) => (
  <For each={fieldsOf(props.needs)}>
    {(field) => (
      <Switch>
        <Match when={field === "key"}>
          <KeyField form={props.form} needs={props.needs} />
        </Match>
        <Match when={field === "deployments"}>
          <DeploymentsField
            rows={props.form.typed.deployments}
            onChange={(rows) => props.form.set("deployments", rows)}
            error={props.form.errors.deployments}
          />
        </Match>
        <Match when={field !== "key" && field !== "deployments" && field}>
          {(plain) => <PlainField form={props.form} needs={props.needs} field={plain()} />}
        </Match>
      </Switch>
    )}
  </For>
);
