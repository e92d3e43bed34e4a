import type { ProviderId } from "../../core/catalog/provider-id";
import type { KeyId, OrganizationId } from "../../core/ids";
import type {
  AccessStore,
  KeyRecord,
  OrganizationSettings,
  SealedCredential,
} from "../../core/ports/access-store";
import type { Registry } from "../../core/ports/registry";

type Entry = {
  settings?: OrganizationSettings;
  readonly keys: Map<KeyId, KeyRecord>;
  readonly credentials: Map<ProviderId, SealedCredential>;
};

/** What the registry writes and the access store reads, in maps. */
export const createMemoryAccess = (): { access: AccessStore; registry: Registry } => {
  const entries = new Map<OrganizationId, Entry>();
  const entry = (organization: OrganizationId): Entry => {
    const known = entries.get(organization) ?? { keys: new Map(), credentials: new Map() };
    entries.set(organization, known);
    return known;
  };
  return {
    access: {
      read: async (organization, key) => {
        const { settings, keys, credentials } = entry(organization);
        const record = keys.get(key);
        return {
          ...(record && { key: record }),
          ...(settings && { organization: settings }),
          credentials: [...credentials.values()],
        };
      },
    },
    registry: {
      putOrganization: async (settings) => {
        entry(settings.id).settings = settings;
      },
      putKey: async (organization, key) => {
        entry(organization).keys.set(key.id, key);
      },
      listKeys: async (organization) => [...entry(organization).keys.values()],
      revokeKey: async (organization, id, at) => {
        const { keys } = entry(organization);
        const key = keys.get(id);
        if (key && key.revokedAt === undefined) keys.set(id, { ...key, revokedAt: at });
      },
      putCredential: async (organization, credential) => {
        entry(organization).credentials.set(credential.provider, credential);
      },
      removeCredential: async (organization, provider) => {
        entry(organization).credentials.delete(provider);
      },
    },
  };
};
