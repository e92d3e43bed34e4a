import { credentialFields } from "../../../core/catalog/credential-fields";
import { providerIds } from "../../../core/catalog/provider-id";
import type { credentialOperations } from "../../../core/contract/credentials";
import type { HandlersOf } from "../handler";
import { notFound } from "../problems";
import type { CredentialsParts } from "./parts";
import { readEntered, storeCredential } from "./store-credential";
import { testEntered } from "./test-entered";
import { testStored } from "./test-stored";
import { countModels, toCredentialAnswer, toTestAnswer } from "./to-answer";

/** The sandbox is only where its offers are. */
const providersOf = ({ catalog }: CredentialsParts) =>
  providerIds
    .map((provider) => {
      const { required, optional } = credentialFields(provider);
      const models = countModels(catalog, provider);
      return { provider, required: [...required], optional: [...optional], models };
    })
    .filter(({ provider, models }) => provider !== "sandbox" || models > 0);

export const createCredentialsHandlers = (
  parts: CredentialsParts,
): HandlersOf<typeof credentialOperations> => ({
  async "credentials.list"({ actor: { organization } }) {
    const stored = await parts.registry.listCredentials(organization);
    const credentials = stored.map((credential) => toCredentialAnswer(credential, parts.catalog));
    return {
      credentials: credentials.toSorted((a, b) => (a.provider < b.provider ? -1 : 1)),
      providers: providersOf(parts),
    };
  },

  async "credentials.try"(request) {
    const entered = readEntered(request, parts);
    const verdict = await testEntered(request.params.provider, entered, parts);
    request.note({ details: { ok: verdict.ok } });
    return toTestAnswer(verdict);
  },

  "credentials.put": (request) => storeCredential(request, parts),

  async "credentials.test"({ actor: { organization }, params: { provider }, note }) {
    const answer = await testStored(organization, provider, parts);
    note({ details: { status: answer.status } });
    return answer;
  },

  async "credentials.remove"({ actor: { organization }, params: { provider } }) {
    const was = await parts.registry.removeCredential(organization, provider);
    if (was === "not-found") throw notFound("credential");
  },
});
