import type { ProviderId } from "../../core/catalog/provider-id";
import type { KeyId, OrganizationId } from "../../core/ids";
import type { KeyRecord, OrganizationSettings } from "../../core/ports/access-store";
import type { Registry, StoredCredential } from "../../core/ports/registry";

/** What a registry keeps of one organization. */
export type Registered = {
  settings?: OrganizationSettings;
  readonly keys: Map<KeyId, KeyRecord>;
  readonly credentials: Map<ProviderId, StoredCredential>;
};

/** One map of keys at a time: nothing comes between reading and writing. */
const keysIn = (
  entry: (organization: OrganizationId) => Registered,
): Pick<Registry, "putKey" | "addKey" | "findKey" | "listKeys" | "updateKey" | "revokeKey"> => ({
  putKey: async (organization, key) => {
    entry(organization).keys.set(key.id, key);
  },
  addKey: async (organization, key) => {
    const { keys } = entry(organization);
    if (keys.has(key.id)) return "taken";
    keys.set(key.id, key);
    return "added";
  },
  findKey: async (organization, id) => entry(organization).keys.get(id),
  listKeys: async (organization) => [...entry(organization).keys.values()],
  updateKey: async (organization, id, change) => {
    const { keys } = entry(organization);
    const key = keys.get(id);
    if (!key) return undefined;
    const changed = change(key);
    keys.set(id, changed);
    return changed;
  },
  revokeKey: async (organization, id, at) => {
    const { keys } = entry(organization);
    const key = keys.get(id);
    if (key && key.revokedAt === undefined) keys.set(id, { ...key, revokedAt: at });
    return keys.get(id);
  },
});

/** The registry over maps, which an access store may read as well. */
export const createMemoryRegistry = (
  entry: (organization: OrganizationId) => Registered,
): Registry => ({
  ...keysIn(entry),
  putOrganization: async ({ feedback: _, ...settings }) => {
    entry(settings.id).settings = settings;
  },
  findOrganization: async (organization) => entry(organization).settings,
  updateOrganization: async (organization, change) => {
    const known = entry(organization);
    if (!known.settings) return undefined;
    known.settings = change(known.settings);
    return known.settings;
  },
  deactivateOrganization: async (organization, at) => {
    const known = entry(organization);
    if (!known.settings) return;
    known.settings = { ...known.settings, deactivatedAt: known.settings.deactivatedAt ?? at };
  },
  listCredentials: async (organization) => [...entry(organization).credentials.values()],
  putCredential: async (organization, credential) => {
    entry(organization).credentials.set(credential.provider, credential);
  },
  noteVerdict: async (organization, provider, updatedAt, tested) => {
    const { credentials } = entry(organization);
    const credential = credentials.get(provider);
    if (credential?.updatedAt === updatedAt) credentials.set(provider, { ...credential, tested });
  },
  removeCredential: async (organization, provider) =>
    entry(organization).credentials.delete(provider) ? "removed" : "not-found",
});
