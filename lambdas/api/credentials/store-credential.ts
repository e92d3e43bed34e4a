import { type ParsedCredential, parseCredential } from "../../../core/catalog/credential-fields";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { CredentialAnswer, putCredential } from "../../../core/contract/credentials";
import { RequestError } from "../../../core/errors";
import type { ApiRequest } from "../handler";
import { notFound } from "../problems";
import type { CredentialsParts } from "./parts";
import { testEntered } from "./test-entered";
import { toCredentialAnswer } from "./to-answer";

/** @throws RequestError 404 for a provider that this installation does not have. */
export const readEntered = (
  { params: { provider }, body }: Pick<ApiRequest<typeof putCredential>, "params" | "body">,
  { testing }: Pick<CredentialsParts, "testing">,
): ParsedCredential => {
  if (provider === "sandbox" && !testing.siteOf(provider)) throw notFound("provider");
  try {
    return parseCredential(provider, body);
  } catch (error) {
    if (!(error instanceof RequestError) || error.param === null) throw error;
    const { status, code, message, param } = error;
    throw new RequestError(status, code, message, { param: `body.${param}` });
  }
};

const refused = (provider: ProviderId, said: string): RequestError =>
  new RequestError(
    422,
    "credential_refused",
    `${said}; nothing was stored: copy the key anew from ${provider}, and see that it was not revoked`,
    { param: "body.key" },
  );

/** Tests a credential, seals it and puts it in the place of the one before; a refused one it does not. */
export const storeCredential = async (
  request: ApiRequest<typeof putCredential>,
  parts: CredentialsParts,
): Promise<CredentialAnswer> => {
  const { organization } = request.actor;
  const { provider } = request.params;
  const entered = readEntered(request, parts);
  const verdict = await testEntered(provider, entered, parts);
  if (verdict.code === "refused") throw refused(provider, verdict.message);
  const { key, settings } = entered;
  const stored = {
    provider,
    ...(key !== undefined && { ciphertext: await parts.sealer.seal(organization, provider, key) }),
    ...(settings && { settings }),
    // Of a text that is hardly longer, four characters would be too many.
    last4: key !== undefined && key.length >= 12 ? key.slice(-4) : "",
    updatedAt: parts.now(),
    tested: verdict,
  };
  await parts.registry.putCredential(organization, stored);
  request.note({ details: { last4: stored.last4, ...settings, tested: verdict.message } });
  return toCredentialAnswer(stored, parts.catalog);
};
