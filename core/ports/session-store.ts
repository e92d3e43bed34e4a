import type { OrganizationId } from "../ids";
import type { SessionMemory } from "../routing/session-memory";

/** Which conversation, of whom. */
export type SessionKey = {
  readonly organization: OrganizationId;
  /** As `core/routing/session` makes it. */
  readonly session: string;
};

/** What is remembered of conversations, for an hour after their last answer. */
export interface SessionStore {
  /** May lag behind the last write; undefined where nothing is remembered, or no more. */
  recall(key: SessionKey): Promise<SessionMemory | undefined>;
  /** Takes the place of what was remembered before, unless that is of a later request. */
  remember(key: SessionKey, memory: SessionMemory): Promise<void>;
}
