import type { AlertEvent } from "../alerts/alert-event";
import type { OrganizationId } from "../ids";

/** A message to those who subscribed to the stage's topic. */
export type TopicMessage = {
  /** ASCII, below 100 characters, on one line. */
  readonly subject: string;
  readonly text: string;
  /** For filters of subscriptions. */
  readonly attributes: Readonly<Record<string, string>>;
};

export interface AlertTopic {
  /** Resolves once the topic has taken it. */
  publish(message: TopicMessage): Promise<void>;
}

export interface AlertEvents {
  /** Resolves once the event bus has taken it. */
  put(event: AlertEvent): Promise<void>;
}

/** Figures for alarms; only organizations that have an alert appear, as each is a metric of its own. */
export interface AlertMetrics {
  /** @param sum - pUSD of the 60 minutes that end now. */
  spend(organization: OrganizationId, sum: bigint): void;
  fired(): void;
}
