import { hash as sha256 } from "node:crypto";
import type { KeyId, OrganizationId } from "../../core/ids";
import type { SealedCredential } from "../../core/ports/access-store";
import type { PlainKey } from "../../core/ports/vault";
import {
  type CredentialTestAnswer,
  credentialTestMs,
  credentialTestRequestSchema,
  verdictOf,
} from "../shared/credential-test";
import { parseJson } from "../shared/parse-json";
import { testCredential } from "../shared/providers/test-credential";
import type { GatewayDeps } from "./deps";
import { type GatewayAnswer, type GatewayRequest, nothingToSettle } from "./exchange";
import { orUnavailable } from "./unavailable";
import { unknownUrl } from "./wrong-url";

/** No key is looked for: the ticket is what counts. */
const noKey = "" as KeyId;

/** More than any request has: what is cut off is no JSON, and so no request. */
const mostBytes = 1_000;

/** The credential that the ticket names, past the cache: it may have been replaced just now. */
const findCredential = async (
  request: GatewayRequest,
  { credentialTests, now }: GatewayDeps,
): Promise<{ organization: OrganizationId; credential: SealedCredential } | undefined> => {
  const text = Buffer.from(request.body.subarray(0, mostBytes)).toString("utf8");
  const asked = credentialTestRequestSchema.safeParse(parseJson(text));
  if (!asked.success) return undefined;
  const { organization, provider, nonce } = asked.data;
  const ticket = { organization, provider, nonceHash: sha256("sha256", nonce) };
  const isGood = await orUnavailable("tickets", credentialTests.tickets.redeem(ticket, now()));
  if (!isGood) return undefined;
  const read = credentialTests.access.read(organization, noKey);
  const { credentials } = await orUnavailable("credentials", read);
  const credential = credentials.find((held) => held.provider === provider);
  return credential && { organization, credential };
};

const judge = async (
  organization: OrganizationId,
  { provider, ciphertext, settings = {} }: SealedCredential,
  { vault, upstream, credentialTests: { siteOf } }: GatewayDeps,
  left: AbortSignal,
) => {
  const key = ciphertext
    ? await vault.open(organization, { provider, ciphertext })
    : ("" as PlainKey);
  const signal = AbortSignal.any([left, AbortSignal.timeout(credentialTestMs)]);
  return testCredential({ provider, key, settings }, { upstream, siteOf, signal });
};

/**
 * Asks a provider whether it still takes a stored key, for whoever has a ticket of the control
 * plane. Nothing is recorded: it costs nothing.
 *
 * @throws RequestError 404 as of any unknown path, where there is no such ticket.
 */
export const answerCredentialTest = async (
  request: GatewayRequest,
  deps: GatewayDeps,
): Promise<GatewayAnswer> => {
  const found = await findCredential(request, deps);
  if (!found) throw unknownUrl(request);
  const { organization, credential } = found;
  const test = await judge(organization, credential, deps, request.signal);
  const { ok, code = null, message } = verdictOf(credential.provider, test, deps.now());
  const answer: CredentialTestAnswer = { ok, code, message, updatedAt: credential.updatedAt };
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(answer),
    settled: nothingToSettle,
  };
};
