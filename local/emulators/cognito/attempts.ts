import { LRUCache } from "lru-cache";
import { attemptLimitExceeded } from "./cognito-errors";

/**
 * Who guesses is slowed down. Whether an account is there makes no difference: what is counted goes
 * by `sub`, also by a made-up one. Counts are kept in memory.
 */
export type Attempts = {
  /** Milliseconds for which no password of the account is looked at; 0: it is not locked. */
  readonly lockedForMs: (sub: string) => number;
  readonly passwordFailed: (sub: string) => void;
  readonly passwordRight: (sub: string) => void;
  /** Counts a code that is asked for or entered. @throws LimitExceededException */
  readonly countCode: (sub: string, purpose: string) => void;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const longestLockMs = 15 * minuteMs;
/** Who has not tried for so long begins anew. */
const forgottenAfterMs = 15 * minuteMs;

/**
 * The n-th failure locks for 2^(n-5) seconds, at most about 15 minutes, beginning with the fifth.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html
 * ("Lockout behavior for failed sign-in attempts", read 2026-11-24).
 */
const lockMs = (failures: number): number =>
  failures < 5 ? 0 : Math.min(longestLockMs, 1_000 * 2 ** (failures - 5));

/**
 * Codes are asked for and entered 5 to 20 times in an hour, depending on the risk. Source:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-recover-a-user-account.html
 * ("Forgot password behavior", read 2026-11-24).
 */
const codesPerHour = 10;

/** @param now - milliseconds since 1970 UTC. */
export const createAttempts = (now: () => number): Attempts => {
  const passwords = new LRUCache<string, { failures: number; at: number }>({ max: 10_000 });
  const codes = new LRUCache<string, { count: number; since: number }>({ max: 10_000 });
  const failed = (sub: string) => {
    const known = passwords.get(sub);
    if (!known || now() - known.at > lockMs(known.failures) + forgottenAfterMs) return undefined;
    return known;
  };
  return {
    lockedForMs: (sub) => {
      const known = failed(sub);
      return known ? Math.max(0, known.at + lockMs(known.failures) - now()) : 0;
    },
    passwordFailed: (sub) => {
      passwords.set(sub, { failures: (failed(sub)?.failures ?? 0) + 1, at: now() });
    },
    passwordRight: (sub) => {
      passwords.delete(sub);
    },
    countCode: (sub, purpose) => {
      const name = `${purpose}:${sub}`;
      const known = codes.get(name);
      const counted = known && now() - known.since < hourMs ? known : { count: 0, since: now() };
      if (counted.count >= codesPerHour) throw attemptLimitExceeded();
      codes.set(name, { ...counted, count: counted.count + 1 });
    },
  };
};
