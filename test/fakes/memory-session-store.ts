import type { SessionKey, SessionStore } from "../../core/ports/session-store";
import { type SessionMemory, sessionLifeMs } from "../../core/routing/session-memory";

/** Conversations in a map. */
export const createMemorySessions = (now: () => number): SessionStore => {
  const memories = new Map<string, SessionMemory>();
  const nameOf = ({ organization, session }: SessionKey): string => `${organization}/${session}`;
  return {
    recall: async (key) => {
      const memory = memories.get(nameOf(key));
      return memory && memory.at + sessionLifeMs > now() ? memory : undefined;
    },
    remember: async (key, memory) => {
      const known = memories.get(nameOf(key));
      if (!known || known.at <= memory.at) memories.set(nameOf(key), memory);
    },
  };
};
