import { createHash, timingSafeEqual } from "node:crypto";
import { RequestError } from "../../core/errors";
import { parseApiKey } from "../../core/keys/key-format";
import type {
  Access,
  AccessStore,
  KeyRecord,
  OrganizationSettings,
} from "../../core/ports/access-store";
import type { GatewayRequest } from "./exchange";

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
  const bearer = /^bearer\s+(.+)$/i.exec(headers.authorization ?? "")?.[1];
  return (bearer ?? headers["x-api-key"] ?? "").trim();
};

const sameHash = (apiKey: string, hash: string): boolean =>
  timingSafeEqual(createHash("sha256").update(apiKey).digest(), Buffer.from(hash, "hex"));

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
  const { key, organization, credentials } = await access.read(parsed.organization, parsed.key);
  if (!key || !organization || !sameHash(apiKey, key.hash)) {
    return refuse("the API key is unknown; create one under API keys in the dashboard");
  }
  if (key.revokedAt !== undefined && key.revokedAt <= now) {
    return refuse(`the API key ending in ${key.last4} was revoked; create a new one`);
  }
  if (key.expiresAt !== undefined && key.expiresAt <= now) {
    return refuse(`the API key ending in ${key.last4} has expired; create a new one`);
  }
  return { key, organization, credentials };
};
