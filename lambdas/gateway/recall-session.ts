import type { Conversation } from "../../core/chat/conversation";
import type { ChatRequest } from "../../core/chat/openai/chat-request";
import { sessionCluesOf } from "../../core/chat/openai/session-clues";
import type { SessionKey } from "../../core/ports/session-store";
import type { RoutingMode } from "../../core/routing/mode";
import { readPinned } from "../../core/routing/resolve";
import { isNext, type Session, sessionOf, worthRecalling } from "../../core/routing/session";
import { type SessionMemory, warmOf } from "../../core/routing/session-memory";
import type { Warm } from "../../core/routing/warm-cache";
import type { Caller } from "./authenticate";
import type { GatewayDeps } from "./deps";
import type { GatewayRequest } from "./exchange";

/** The conversation of a request, and what was remembered of it. */
export type Recalled = {
  readonly key: SessionKey;
  readonly before?: SessionMemory | undefined;
  readonly warm?: Warm | undefined;
};

export type Recalling = {
  readonly request: Pick<GatewayRequest, "headers">;
  readonly chat: ChatRequest;
  readonly conversation: Conversation;
  readonly mode: RoutingMode;
  readonly caller: Caller;
  /** When the request came in; milliseconds since 1970 UTC. */
  readonly at: number;
};

const header = "x-smashcost-session";

const identify = ({ request, chat, conversation, caller }: Recalling): Session =>
  sessionOf(caller.organization.id, conversation, {
    name: request.headers[header]?.trim(),
    ...sessionCluesOf(chat),
  });

/**
 * Finds what is remembered of the conversation a request belongs to. Nothing is read where it could
 * not change the decision; the store's being slow or down means that nothing is remembered.
 *
 * @returns undefined where the model is pinned, so that nothing is remembered afterwards either.
 */
export const recallSession = async (
  recalling: Recalling,
  { sessions, catalog }: GatewayDeps,
): Promise<Recalled | undefined> => {
  const { chat, conversation, mode, caller, at } = recalling;
  if (mode === "off" || readPinned(chat.model, catalog)) return undefined;
  const session = identify(recalling);
  const key = { organization: caller.organization.id, session: session.id };
  if (!worthRecalling(conversation, session)) return { key };
  const before = await sessions.recall(key, (memory) => isNext(conversation, memory));
  const warm = before && warmOf(before, conversation, session.named, at);
  return { key, before, warm };
};
