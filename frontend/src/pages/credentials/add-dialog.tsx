import { createSignal } from "solid-js";
import { providerLabel } from "../../../../core/contract/provider-label";
import { SelectField } from "../../components/select-field";
import { CredentialDialog } from "./credential-dialog";
import { createCredentialForm } from "./credential-form";
import { needsText } from "./field-words";
import { emptyCredential, type Provider, type ProviderNeeds } from "./read-credential";

/** Adds a provider that has no credential yet. */
export const AddDialog = (props: {
  /** Those that can be added. */
  readonly providers: readonly ProviderNeeds[];
  readonly onClose: () => void;
}) => {
  const [provider, setProvider] = createSignal<Provider | "">("");
  const needs = () => props.providers.find((one) => one.provider === provider());
  const form = createCredentialForm(
    () => needs() ?? { provider: "openai", required: [], optional: [], models: 0 },
    emptyCredential,
  );
  const choose = (chosen: Provider | "") => {
    // A key meant for one provider is never sent to another.
    form.reset();
    setProvider(chosen);
  };
  const hint = () => {
    const chosen = needs();
    return chosen && `${needsText(chosen)} Opens ${chosen.models} models.`;
  };
  return (
    <CredentialDialog
      title="Add a provider"
      lead="It is tested first. Only what works is stored, encrypted."
      form={form}
      needs={needs()}
      onClose={() => props.onClose()}
    >
      <SelectField<Provider | "">
        label="Provider"
        value={provider()}
        onChange={choose}
        hint={hint()}
        options={[
          { value: "", label: "Choose a provider" },
          ...props.providers.map((one) => ({
            value: one.provider,
            label: providerLabel(one.provider),
          })),
        ]}
      />
    </CredentialDialog>
  );
};
