import type { OrganizationId } from "../../core/ids";
import type { PurgeState } from "../../core/purge/purge-state";
import type { PurgeParts } from "./parts";
import { close, count, erase, sendReceipt, sweep } from "./phases";

/** The next state where the phase is over; undefined: time is up, or the purge has ended. */
const runPhase = (
  state: PurgeState,
  parts: PurgeParts,
  until: number,
): Promise<PurgeState | undefined> => {
  switch (state.phase) {
    case "closing":
      return close(state, parts);
    case "counting":
      return count(state, parts, until);
    case "erasing":
      return erase(state, parts, until);
    case "receipt":
      return sendReceipt(state, parts);
    case "sweeping":
      return sweep(state, parts, until);
  }
};

/**
 * Goes on with a purge where the last run left it. It may die anywhere: what it had saved is where the
 * next run begins, and all that it does may be done again.
 *
 * @param until - when it should leave off, milliseconds since 1970 UTC; the next run follows.
 */
export const runPurge = async (
  organization: OrganizationId,
  parts: PurgeParts,
  until: number,
): Promise<void> => {
  const { journal, log, now } = parts;
  let state = await journal.read(organization);
  // A call that was repeated, or that comes when all is done.
  while (state !== undefined && state.nextRunAt <= now() && now() < until) {
    const { phase } = state;
    state = await runPhase(state, parts, until);
    if (state !== undefined) await journal.save(state);
    log.info("purge went on", { organization, phase, next: state?.phase });
  }
};
