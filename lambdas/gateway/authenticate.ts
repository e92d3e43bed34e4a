import { hash as sha256, timingSafeEqual } from "node:crypto";
import { RequestError } from "../../core/errors";
import { parseApiKey } from "../../core/keys/key-format";
import type {
  Access,
  AccessStore,
  KeyRecord,
  OrganizationSettings,
} from "../../core/ports/access-store";
import type { GatewayRequest } from "./exchange";
import { orUnavailable } from "./unavailable";

/** Who asks, and with what they may pay. */
export type Caller = {
  readonly key: KeyRecord;
  readonly organization: OrganizationSettings;
  readonly credentials: Access["credentials"];
};

const refuse = (message: string): never => {
  throw new RequestError(401, "invalid_api_key", message, { mayRetry: false });
};

const presented = ({ headers }: GatewayRequest): string => {
  const bearer = /^bearer\s+(.+)$/i.exec(headers.authorization ?? "")?.[1]?.trim();
  const other = headers["x-api-key"]?.trim();
  // SDKs of Anthropic's kind may send both; the one of ours counts.
  return [bearer, other].find((key) => key?.startsWith("sk-sc-")) ?? bearer ?? other ?? "";
};

const sameHash = (apiKey: string, hash: string): boolean =>
  timingSafeEqual(sha256("sha256", apiKey, "buffer"), Buffer.from(hash, "hex"));

/**
 * Finds the caller by its SmashCost key. A typo fails without a read.
 *
 * @throws RequestError 401; the key itself is never quoted.
 */
export const authenticate = async (
  request: GatewayRequest,
  access: AccessStore,
  now: number,
): Promise<Caller> => {
  const apiKey = presented(request);
  if (apiKey === "") {
    return refuse("no API key was sent; send a SmashCost key as 'Authorization: Bearer sk-sc-…'");
  }
  const parsed = parseApiKey(apiKey);
  if (!parsed) {
    return refuse(
      "the API key is not a SmashCost key, or has a typo; keys begin with sk-sc- and are used whole",
    );
  }
  const { key, organization, credentials } = await orUnavailable(
    "keys",
    access.read(parsed.organization, parsed.key),
  );
  if (!key || !organization || !sameHash(apiKey, key.hash)) {
    return refuse("the API key is unknown; create one under API keys in the dashboard");
  }
  if (organization.deactivatedAt !== undefined) {
    return refuse("the API key's organization was deleted; no key of it works any more");
  }
  // Whatever the revoker's clock said.
  if (key.revokedAt !== undefined) {
    return refuse(`the API key ending in ${key.last4} was revoked; create a new one`);
  }
  if (key.expiresAt !== undefined && key.expiresAt <= now) {
    return refuse(`the API key ending in ${key.last4} has expired; create a new one`);
  }
  return { key, organization, credentials };
};
