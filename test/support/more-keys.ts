import { createHash, randomBytes } from "node:crypto";
import type { KeyId, OrganizationId } from "../../core/ids";
import { type ApiKey, createApiKey, drawKeyId } from "../../core/keys/key-format";
import type { KeyRecord } from "../../core/ports/access-store";
import type { Product } from "./product";
import type { Records } from "./records";

/** A further key of a running product's organization, and its whole text. */
export type AddedKey = { readonly id: KeyId; readonly apiKey: ApiKey };

/** @param more - what differs from a plain key: limits, an expiry, a broken hash. */
export const addKey = async (
  { orgId }: Pick<Product, "orgId">,
  { registry }: Pick<Records, "registry">,
  more: Partial<KeyRecord> = {},
): Promise<AddedKey> => {
  const organization = orgId as OrganizationId;
  const id = drawKeyId(randomBytes);
  const apiKey = createApiKey({ organization, key: id }, randomBytes);
  await registry.putKey(organization, {
    id,
    hash: createHash("sha256").update(apiKey).digest("hex"),
    name: "Another key",
    environment: "dev",
    last4: apiKey.slice(-4),
    createdAt: Date.now(),
    ...more,
  });
  return { id, apiKey };
};
