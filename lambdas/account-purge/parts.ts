import type { OrganizationId } from "../../core/ids";
import type { Directory } from "../../core/ports/directory";
import type { Log } from "../../core/ports/log";
import type { Mailer } from "../../core/ports/mailer";
import type { OrganizationEraser } from "../../core/ports/organization-eraser";
import type { PurgeJournal } from "../../core/ports/purge-journal";
import type { PurgeState } from "../../core/purge/purge-state";

export type PurgeParts = {
  readonly journal: PurgeJournal;
  readonly registry: {
    /** Its keys are refused from then on. Idempotent. */
    deactivateOrganization(organization: OrganizationId, at: number): Promise<void>;
  };
  readonly directory: Pick<Directory, "markDeleted">;
  readonly eraser: OrganizationEraser;
  readonly mailer: Mailer;
  readonly log: Log;
  /** Keeps where it is while a run goes on. */
  readonly save: (state: PurgeState) => Promise<void>;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};
