import type { AlertStore } from "../../../core/ports/alert-store";
import type { Directory } from "../../../core/ports/directory";
import type { UsageReader } from "../../../core/ports/usage-store";
import type { AlertChannels, OrganizationNames } from "../../shared/alerts/announcing";

export type AlertsParts = AlertChannels & {
  readonly alerts: AlertStore;
  readonly usage: UsageReader;
  readonly directory: Pick<Directory, "listMembers">;
  readonly organizations: OrganizationNames;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly dashboardUrl: string;
  /** Absent where the stage has none. */
  readonly topicArn?: string | undefined;
};
