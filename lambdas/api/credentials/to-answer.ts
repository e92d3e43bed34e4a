import type { Catalog } from "../../../core/catalog/catalog";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { CredentialAnswer } from "../../../core/contract/credentials";
import type { CredentialVerdict, StoredCredential } from "../../../core/ports/registry";

/** Models that a provider's credential opens: those that are still sold, at hosts that can be called. */
export const countModels = ({ offers }: Catalog, provider: ProviderId): number =>
  offers.filter(
    (offer) =>
      offer.provider === provider && offer.status === "active" && offer.kind !== "other-api",
  ).length;

/** Only a refusal says that a key is wrong; where nobody said so, nothing is known of it. */
const statusOf = ({
  provider,
  ciphertext,
  tested,
}: StoredCredential): CredentialAnswer["status"] => {
  if (tested?.code === "refused") return "failing";
  if (provider === "bedrock" && ciphertext === undefined) return "role";
  return tested?.ok === true ? "works" : "untested";
};

export const toTestAnswer = ({ ok, code, message }: Omit<CredentialVerdict, "at">) => ({
  ok,
  code: code ?? null,
  message,
});

/** A credential as the dashboard shows it. */
export const toCredentialAnswer = (
  credential: StoredCredential,
  catalog: Catalog,
): CredentialAnswer => {
  const { provider, last4, settings = {}, updatedAt, tested } = credential;
  return {
    provider,
    last4,
    status: statusOf(credential),
    settings: {
      ...settings,
      ...(settings.deployments && { deployments: { ...settings.deployments } }),
    },
    models: countModels(catalog, provider),
    updatedAt: new Date(updatedAt).toISOString(),
    tested: tested ? { at: new Date(tested.at).toISOString(), result: toTestAnswer(tested) } : null,
  };
};
