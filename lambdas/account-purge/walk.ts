import type { EraserCursor, EraserStep } from "../../core/ports/organization-eraser";
import { addCounts, noCounts, type PurgeCounts } from "../../core/purge/purge-state";

/** How far all walks are together: what is between two saves is done again after a crash. */
export type Progress = {
  /** None: all have ended. */
  readonly cursors: readonly EraserCursor[];
  readonly found: PurgeCounts;
};

export type WalkParts = {
  readonly step: (cursor: EraserCursor) => Promise<EraserStep>;
  readonly save: (progress: Progress) => Promise<void>;
  readonly now: () => number;
  /** No step is begun from then on, milliseconds since 1970 UTC. */
  readonly until: number;
};

const saveEveryMs = 30_000;

/**
 * Takes all walks one step on at a time, side by side, until they have ended or time is up. What was
 * found is saved together with where it was found up to, so that nothing is counted twice.
 */
export const walk = async (
  begun: readonly EraserCursor[],
  { step, save, now, until }: WalkParts,
): Promise<Progress> => {
  let progress: Progress = { cursors: begun, found: noCounts };
  let savedAt = now();
  while (progress.cursors.length > 0 && now() < until) {
    const steps = await Promise.all(progress.cursors.map(step));
    progress = {
      cursors: steps.flatMap(({ next }) => next ?? []),
      found: steps.reduce((sum, { found }) => addCounts(sum, found), progress.found),
    };
    if (now() - savedAt < saveEveryMs) continue;
    await save(progress);
    savedAt = now();
  }
  return progress;
};
