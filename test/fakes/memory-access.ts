import type { OrganizationId, RequestId } from "../../core/ids";
import type { AccessStore } from "../../core/ports/access-store";
import type { FeedbackStore } from "../../core/ports/feedback-store";
import type { Registry } from "../../core/ports/registry";
import {
  type CountedScore,
  countScore,
  type FeedbackLedger,
  feedbackIn,
} from "../../core/routing/feedback-ledger";
import { createMemoryRegistry, type Registered } from "./memory-registry";

type Entry = Registered & {
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
          credentials: [...credentials.values()].map(({ tested: _, ...sealed }) => sealed),
        };
      },
    },
    registry: createMemoryRegistry(entry),
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
