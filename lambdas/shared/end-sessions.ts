import type { UserId } from "../../core/contract/fields";
import type { Directory } from "../../core/ports/directory";

export type EndSessionsParts = {
  readonly directory: Pick<Directory, "endSessions">;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly sleep: (delayMs: number) => Promise<unknown>;
};

/**
 * Ends all sessions of a user that have begun, and resolves once a new one may begin.
 *
 * A token tells when its session began in whole seconds (`auth_time`), rounded down: of two sessions
 * of one second nobody can say which was first. So all that began within this second are ended with
 * those before, and the rest of the second is waited for: whoever signs in after this has resolved,
 * at most a second later, is let in for good; whoever signed in while it ran has to do it again.
 */
export const endSessions = async (
  user: UserId,
  { directory, now, sleep }: EndSessionsParts,
): Promise<void> => {
  const nextSecond = (Math.floor(now() / 1_000) + 1) * 1_000;
  await directory.endSessions(user, nextSecond);
  await sleep(Math.max(0, nextSecond - now()));
};
