import type { ProviderId } from "../../core/catalog/provider-id";
import type { KeyId, OrganizationId, RequestId } from "../../core/ids";
import type {
  AccessStore,
  KeyRecord,
  OrganizationSettings,
  SealedCredential,
} from "../../core/ports/access-store";
import type { FeedbackStore } from "../../core/ports/feedback-store";
import type { Registry } from "../../core/ports/registry";
import {
  type CountedScore,
  countScore,
  type FeedbackLedger,
  feedbackIn,
} from "../../core/routing/feedback-ledger";

type Entry = {
  settings?: OrganizationSettings;
  readonly keys: Map<KeyId, KeyRecord>;
  readonly credentials: Map<ProviderId, SealedCredential>;
  ledger: FeedbackLedger;
  readonly scores: Map<RequestId, CountedScore>;
};

/** What the registry and the feedback store write and the access store reads, in maps. */
export const createMemoryAccess = (): {
  access: AccessStore;
  registry: Registry;
  feedback: FeedbackStore;
} => {
  const entries = new Map<OrganizationId, Entry>();
  const entry = (organization: OrganizationId): Entry => {
    const known = entries.get(organization) ?? {
      keys: new Map(),
      credentials: new Map(),
      ledger: new Map(),
      scores: new Map(),
    };
    entries.set(organization, known);
    return known;
  };
  return {
    access: {
      read: async (organization, key) => {
        const { settings, keys, credentials, ledger } = entry(organization);
        const record = keys.get(key);
        const feedback = ledger.size > 0 && { feedback: feedbackIn(ledger) };
        return {
          ...(record && { key: record }),
          ...(settings && { organization: { ...settings, ...feedback } }),
          credentials: [...credentials.values()],
        };
      },
    },
    registry: {
      putOrganization: async ({ feedback: _, ...settings }) => {
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
    feedback: {
      score: async (scored) => {
        const known = entry(scored.organization);
        const { ledger, counted } = countScore(
          known.ledger,
          scored,
          known.scores.get(scored.request),
        );
        known.ledger = ledger;
        known.scores.set(scored.request, counted);
      },
    },
  };
};
