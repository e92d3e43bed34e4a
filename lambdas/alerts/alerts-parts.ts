import type { AlertMetrics } from "../../core/ports/alert-channels";
import type { AlertStore } from "../../core/ports/alert-store";
import type { Directory } from "../../core/ports/directory";
import type { Log } from "../../core/ports/log";
import type { UsageReader } from "../../core/ports/usage-store";
import type { AlertChannels, OrganizationNames } from "../shared/alerts/announcing";

/** What checking takes of the world. */
export type AlertsParts = AlertChannels & {
  readonly store: AlertStore;
  readonly usage: UsageReader;
  readonly directory: Pick<Directory, "listMembers">;
  readonly organizations: OrganizationNames;
  readonly metrics: AlertMetrics;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** A ULID. */
  readonly newCrossingId: (at: number) => string;
  readonly dashboardUrl: string;
};
