import type { CredentialAnswer } from "../../../../core/contract/credentials";
import { providerLabel } from "../../../../core/contract/provider-label";
import { CredentialDialog } from "./credential-dialog";
import { createCredentialForm } from "./credential-form";
import { type ProviderNeeds, typedCredential } from "./read-credential";

/** Puts another credential in the place of a stored one, which works on until then. */
export const ReplaceDialog = (props: {
  readonly credential: CredentialAnswer;
  readonly needs: ProviderNeeds;
  readonly onClose: () => void;
}) => {
  const form = createCredentialForm(
    () => props.needs,
    () => typedCredential(props.credential),
  );
  const takesKey = () => [...props.needs.required, ...props.needs.optional].includes("key");
  return (
    <CredentialDialog
      title={`Replace ${providerLabel(props.credential.provider)}`}
      lead={
        takesKey()
          ? "The stored key can't be shown: enter the new one. The old one is used until the new one is saved."
          : "The old one is used until the new one is saved."
      }
      form={form}
      needs={props.needs}
      onClose={() => props.onClose()}
    />
  );
};
