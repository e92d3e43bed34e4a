import { LRUCache } from "lru-cache";
import type { Log } from "../../core/ports/log";
import type { SessionKey, SessionStore } from "../../core/ports/session-store";
import type { SessionMemory } from "../../core/routing/session-memory";
import { within } from "../shared/within";

/** What is remembered of conversations, as a request may use it: neither call ever fails. */
export type Sessions = {
  /**
   * What this process remembers where that is enough, else what the store does, if it says so soon.
   *
   * @param isLatest - nothing was answered elsewhere since.
   */
  recall(
    key: SessionKey,
    isLatest: (memory: SessionMemory) => boolean,
  ): Promise<SessionMemory | undefined>;
  /** Known to this process at once; resolves when it is stored, or given up. */
  remember(key: SessionKey, memory: SessionMemory): Promise<void>;
};

/** About 300 bytes each. */
const mostSessions = 10_000;
/** Routing a little worse is better than answering late: a read takes some 5 ms. */
const readPatienceMs = 100;
/** A function must not be kept awake for what is only an aid. */
const writePatienceMs = 1_000;

const newest = (a: SessionMemory | undefined, b: SessionMemory | undefined) =>
  a && b ? (a.at >= b.at ? a : b) : (a ?? b);

/** Remembers conversations in this process, and in a store for all others. */
export const createSessions = (store: SessionStore, log: Log): Sessions => {
  const known = new LRUCache<string, SessionMemory>({ max: mostSessions });
  const nameOf = ({ organization, session }: SessionKey): string => `${organization}/${session}`;
  const patiently = async <T>(message: string, call: Promise<T>, patienceMs: number) => {
    try {
      return await within(call, patienceMs);
    } catch (error) {
      log.warn(message, { error: (error as Error).name });
      return undefined;
    }
  };
  return {
    async recall(key, isLatest) {
      const own = known.get(nameOf(key));
      if (own && isLatest(own)) return own;
      return newest(
        own,
        await patiently("session_not_recalled", store.recall(key), readPatienceMs),
      );
    },
    async remember(key, memory) {
      known.set(nameOf(key), memory);
      await patiently("session_not_remembered", store.remember(key, memory), writePatienceMs);
    },
  };
};
