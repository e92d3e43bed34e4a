import { createHash } from "node:crypto";
import { credentialFields } from "../core/catalog/credential-fields";
import type { ProviderId } from "../core/catalog/provider-id";
import type { AccessStore, CredentialSettings } from "../core/ports/access-store";
import type { Registry } from "../core/ports/registry";
import type { PlainKey, Sealer } from "../core/ports/vault";
import type { Identity } from "./identity";
import { sandboxKey } from "./sandbox/sandbox-key";

export type SeedParts = {
  readonly registry: Registry;
  readonly access: AccessStore;
  readonly sealer: Sealer;
  readonly now: () => number;
  readonly timeZone: string;
};

const takesNoKey = (provider: ProviderId): boolean =>
  !credentialFields(provider).required.includes("key");

/**
 * Makes the first organization and its key where they are missing, and seals the sandbox's key and
 * those given by the environment as its credentials. What somebody changed since is left alone.
 */
export const seed = async (
  { organization, key, apiKey }: Identity,
  apiKeys: Partial<Record<ProviderId, string>>,
  accounts: Partial<Record<ProviderId, CredentialSettings>>,
  { registry, access, sealer, now, timeZone }: SeedParts,
): Promise<void> => {
  const known = await access.read(organization, key);
  if (!known.organization) {
    await registry.putOrganization({
      id: organization,
      name: "My organization",
      timeZone,
      routingMode: "balanced",
      disabledOffers: [],
      priceOverrides: {},
    });
  }
  if (!known.key) {
    await registry.putKey(organization, {
      id: key,
      hash: createHash("sha256").update(apiKey).digest("hex"),
      name: "First key",
      environment: "dev",
      last4: apiKey.slice(-4),
      createdAt: now(),
    });
  }
  const sealed = new Set(known.credentials.map(({ provider }) => provider));
  const given = Object.entries({
    ...(!sealed.has("sandbox") && { sandbox: sandboxKey }),
    ...apiKeys,
  }) as [ProviderId, PlainKey][];
  for (const [provider, text] of given) {
    // Keys are pasted: a line break at their end is not part of them.
    const plain = text.trim() as PlainKey;
    const settings = accounts[provider];
    await registry.putCredential(organization, {
      provider,
      ciphertext: await sealer.seal(organization, provider, plain),
      ...(settings && { settings }),
      last4: plain.slice(-4),
      updatedAt: now(),
    });
  }
  const keyless = Object.entries(accounts) as [ProviderId, CredentialSettings][];
  for (const [provider, settings] of keyless) {
    if (apiKeys[provider] !== undefined || !takesNoKey(provider)) continue;
    await registry.putCredential(organization, { provider, settings, last4: "", updatedAt: now() });
  }
};
