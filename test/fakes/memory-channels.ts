import type { AlertEvent } from "../../core/alerts/alert-event";
import type { OrganizationId } from "../../core/ids";
import type { TopicMessage } from "../../core/ports/alert-channels";
import type { Letter } from "../../core/ports/mailer";

/** Mail, topic, bus and metrics that can be read back, and made to fail. */
export const createMemoryChannels = () => {
  const mails: { readonly to: string; readonly letter: Letter }[] = [];
  const messages: TopicMessage[] = [];
  const events: AlertEvent[] = [];
  const spends: { readonly organization: OrganizationId; readonly sum: bigint }[] = [];
  const counts = { fired: 0 };
  const failing = { addresses: new Set<string>(), topic: false };
  return {
    mails,
    messages,
    bus: events,
    spends,
    counts,
    failing,
    parts: {
      mailer: {
        send: async (to: string, letter: Letter) => {
          if (failing.addresses.has(to)) throw new Error("the mail service is down");
          mails.push({ to, letter });
        },
      },
      topic: {
        publish: async (message: TopicMessage) => {
          if (failing.topic) throw new Error("the topic is down");
          messages.push(message);
        },
      },
      events: {
        put: async (event: AlertEvent) => {
          events.push(event);
        },
      },
      metrics: {
        spend: (organization: OrganizationId, sum: bigint) => {
          spends.push({ organization, sum });
        },
        fired: () => {
          counts.fired += 1;
        },
      },
    },
  };
};
