import type { OrganizationId } from "../ids";
import type { PurgeState } from "../purge/purge-state";

/** Where purges keep how far they are, outside of the tables that they empty. */
export interface PurgeJournal {
  /** Undefined: there is none, or it is done. */
  read(organization: OrganizationId): Promise<PurgeState | undefined>;
  /**
   * @param nextRunAt - when the next run comes, and then again and again until it is saved anew or
   * ended; milliseconds since 1970 UTC.
   */
  save(state: PurgeState, nextRunAt: number): Promise<void>;
  /** Nothing is left of it. */
  end(organization: OrganizationId): Promise<void>;
}
