import type { OrganizationId } from "../../core/ids";
import type { PurgeState } from "../../core/purge/purge-state";
import type { PurgeParts } from "./parts";
import { close, count, erase, sendReceipt, sweep } from "./phases";

/**
 * Longer than a run may take (Lambda ends it after 15 minutes): while one is under way, no other is
 * started, and if it dies another follows.
 */
const runMs = 20 * 60_000;

/** Undefined: the purge has ended. */
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
  parts: Omit<PurgeParts, "save">,
  until: number,
): Promise<void> => {
  const { journal, log, now } = parts;
  const save = (one: PurgeState) => journal.save(one, now() + runMs);
  const isDue = ({ notBefore }: PurgeState) => notBefore <= now() && now() < until;
  let state = await journal.read(organization);
  while (state !== undefined && isDue(state)) {
    const { phase } = state;
    state = await runPhase(state, { ...parts, save }, until);
    log.info("purge went on", { organization, phase, next: state?.phase });
    if (state === undefined) await journal.end(organization);
    else if (isDue(state)) await save(state);
    else await journal.save(state, Math.max(now(), state.notBefore));
  }
};
