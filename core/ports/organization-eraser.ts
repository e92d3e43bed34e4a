import type { OrganizationId } from "../ids";
import type { PurgeCounts } from "../purge/purge-state";

/** How far a walk through the data of all organizations has come; opaque, and short. */
export type EraserCursor = string;

export type EraserStep = {
  readonly found: PurgeCounts;
  /** Absent at the end of the walk. */
  readonly next?: EraserCursor;
};

/** Finds all that is an organization's, wherever it is. */
export interface OrganizationEraser {
  /** The beginnings of walks that together see everything; they may go side by side. */
  begin(): readonly EraserCursor[];
  count(organization: OrganizationId, cursor: EraserCursor): Promise<EraserStep>;
  /** Once it resolves, what was found is gone. It may be made again. */
  erase(organization: OrganizationId, cursor: EraserCursor): Promise<EraserStep>;
}
