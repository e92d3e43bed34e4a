import { type CredentialField, credentialFields } from "../core/catalog/credential-fields";
import type { ProviderId } from "../core/catalog/provider-id";
import { accountVariables, type Settings } from "./settings";

const variableOf = (provider: ProviderId, field: CredentialField): string =>
  accountVariables.find((known) => known.provider === provider && known.field === field)?.name ??
  `SMASHCOST_${provider.toUpperCase()}_API_KEY`;

/** The variables that calling a provider takes and the environment does not have. */
export const missingVariables = (
  provider: ProviderId,
  { apiKeys, accounts }: Pick<Settings, "apiKeys" | "accounts">,
): readonly string[] =>
  credentialFields(provider)
    .required.filter((field) => {
      const given = field === "key" ? apiKeys[provider] : accounts[provider]?.[field];
      return given === undefined;
    })
    .map((field) => variableOf(provider, field));
