import { createHash, randomBytes } from "node:crypto";
import type { OrganizationId } from "../core/ids";
import { type ApiKey, createApiKey, drawKeyId } from "../core/keys/key-format";
import type { Registry } from "../core/ports/registry";

/**
 * Makes a key with limits of its own, so high that no benchmark reaches them: every request is held
 * against both, none is refused.
 */
export const putLimitedKey = async (
  registry: Registry,
  organization: OrganizationId,
): Promise<ApiKey> => {
  const key = drawKeyId(randomBytes);
  const apiKey = createApiKey({ organization, key }, randomBytes);
  await registry.putKey(organization, {
    id: key,
    hash: createHash("sha256").update(apiKey).digest("hex"),
    name: "Limited key",
    environment: "bench",
    last4: apiKey.slice(-4),
    createdAt: Date.now(),
    budget: { monthlyMicroUsd: 1_000_000_000_000 },
    requestsPerMinute: 100_000_000,
  });
  return apiKey;
};
