import { createHash } from "node:crypto";
import { DecryptCommand, EncryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { LRUCache } from "lru-cache";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { OrganizationId } from "../../../core/ids";
import type { PlainKey, Sealer, Vault } from "../../../core/ports/vault";
import { requestHandler } from "./clients";

/** The context is authenticated: a ciphertext moved to another organization does not open. */
const contextOf = (organization: OrganizationId, provider: ProviderId) => ({
  org: organization,
  provider,
});

export const createKmsClient = () => new KMSClient({ requestHandler: requestHandler() });

/**
 * Opens credentials by KMS and keeps the plain key in memory under the ciphertext's hash, so that a
 * replaced key counts at once. Concurrent first uses share one call; a failure is not kept.
 */
export const createKmsVault = (client: KMSClient): Vault => {
  const opened = new LRUCache<string, { readonly key: PlainKey | Promise<PlainKey> }>({
    max: 1_000,
  });
  const decrypt = async (
    organization: OrganizationId,
    provider: ProviderId,
    ciphertext: Uint8Array,
  ) => {
    const { Plaintext } = await client.send(
      new DecryptCommand({
        CiphertextBlob: ciphertext,
        EncryptionContext: contextOf(organization, provider),
      }),
    );
    return Buffer.from(Plaintext ?? []).toString("utf8") as PlainKey;
  };
  // A credential is read once a second and opened by every request in between.
  const hashes = new WeakMap<Uint8Array, string>();
  const hashOf = (ciphertext: Uint8Array): string => {
    const known = hashes.get(ciphertext);
    if (known !== undefined) return known;
    const hash = createHash("sha256").update(ciphertext).digest("base64");
    hashes.set(ciphertext, hash);
    return hash;
  };
  return {
    open(organization, { provider, ciphertext }) {
      const name = `${organization}/${provider}/${hashOf(ciphertext)}`;
      const known = opened.get(name);
      if (known) return known.key;
      const opening = decrypt(organization, provider, ciphertext);
      opened.set(name, { key: opening });
      opening.then(
        (key) => opened.set(name, { key }),
        () => opened.delete(name),
      );
      return opening;
    },
  };
};

/** Seals a provider's key (4 kB at most) under the vault's key. */
export const createKmsSealer = (client: KMSClient, keyId: string): Sealer => ({
  async seal(organization, provider, key) {
    const { CiphertextBlob } = await client.send(
      new EncryptCommand({
        KeyId: keyId,
        Plaintext: Buffer.from(key, "utf8"),
        EncryptionContext: contextOf(organization, provider),
      }),
    );
    if (!CiphertextBlob) throw new Error("KMS answered an Encrypt call without a ciphertext");
    return CiphertextBlob;
  },
});
