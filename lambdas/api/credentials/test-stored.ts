import type { ProviderId } from "../../../core/catalog/provider-id";
import type { CredentialAnswer } from "../../../core/contract/credentials";
import { RequestError } from "../../../core/errors";
import type { OrganizationId } from "../../../core/ids";
import {
  type CredentialTestAnswer,
  credentialTestAnswerSchema,
  credentialTestMs,
  credentialTestPath,
} from "../../shared/credential-test";
import { notFound } from "../problems";
import type { CredentialsParts } from "./parts";
import { toCredentialAnswer } from "./to-answer";

const ticketMs = 60_000;
/** What the gateway takes beside the provider. */
const slackMs = 5_000;

/** @throws RequestError 503 where the gateway does not answer. */
const askGateway = async (
  organization: OrganizationId,
  provider: ProviderId,
  parts: CredentialsParts,
): Promise<CredentialTestAnswer> => {
  const { tickets, gatewayUrl, randomBytes, sha256, now } = parts;
  const nonce = Buffer.from(randomBytes(32)).toString("base64url");
  const expiresAt = now() + ticketMs;
  await tickets.issue({ organization, provider, nonceHash: sha256(nonce), expiresAt });
  try {
    const answer = await parts.fetch(new URL(credentialTestPath, gatewayUrl), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ organization, provider, nonce }),
      signal: AbortSignal.timeout(credentialTestMs + slackMs),
    });
    return credentialTestAnswerSchema.parse(await answer.json());
  } catch (error) {
    throw new RequestError(
      503,
      "gateway_unavailable",
      `the gateway, which alone can open the key, did not test it (${(error as Error).name}); try again`,
      { retryAfterSeconds: 5 },
    );
  }
};

/**
 * Has the gateway ask the provider whether it still takes the stored key: this API seals keys, and
 * can't open them.
 */
export const testStored = async (
  organization: OrganizationId,
  provider: ProviderId,
  parts: CredentialsParts,
): Promise<CredentialAnswer> => {
  const find = async () => {
    const stored = await parts.registry.listCredentials(organization);
    const credential = stored.find((one) => one.provider === provider);
    if (!credential) throw notFound("credential");
    return credential;
  };
  await find();
  const { updatedAt, ok, code, message } = await askGateway(organization, provider, parts);
  const verdict = { at: parts.now(), ok, ...(code !== null && { code }), message };
  await parts.registry.noteVerdict(organization, provider, updatedAt, verdict);
  return toCredentialAnswer(await find(), parts.catalog);
};
