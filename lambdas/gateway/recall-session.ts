import type { CallerRequest } from "../../core/chat/caller-dialect";
import type { SessionKey } from "../../core/ports/session-store";
import type { RoutingMode } from "../../core/routing/mode";
import { readPinned } from "../../core/routing/resolve";
import { isNext, sessionOf, worthRecalling } from "../../core/routing/session";
import { type SessionMemory, warmOf } from "../../core/routing/session-memory";
import type { Warm } from "../../core/routing/warm-cache";
import type { Caller } from "./authenticate";
import type { GatewayDeps } from "./deps";
import type { GatewayRequest } from "./exchange";

/** The conversation of a request, and what was remembered of it. */
export type Recalled = {
  /** Made where it is needed: most requests neither find nor leave anything. */
  readonly key: () => SessionKey;
  readonly before?: SessionMemory | undefined;
  readonly warm?: Warm | undefined;
};

export type Recalling = {
  readonly request: Pick<GatewayRequest, "headers">;
  readonly asked: CallerRequest;
  readonly mode: RoutingMode;
  readonly caller: Caller;
  /** When the request came in; milliseconds since 1970 UTC. */
  readonly at: number;
};

const header = "x-smashcost-session";

const nameIn = ({ headers }: Recalling["request"]): string | undefined => headers[header]?.trim();

const keyOf = ({ request, asked, caller }: Recalling): SessionKey => {
  const organization = caller.organization.id;
  const clues = { name: nameIn(request), ...asked.clues };
  return { organization, session: sessionOf(organization, asked.conversation, clues) };
};

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
  const { request, asked, mode, at } = recalling;
  const { conversation } = asked;
  if (mode === "off" || readPinned(asked.model, catalog)) return undefined;
  const named = Boolean(nameIn(request));
  if (!worthRecalling(conversation, named)) return { key: () => keyOf(recalling) };
  const key = keyOf(recalling);
  const before = await sessions.recall(key, (memory) => isNext(conversation, memory));
  const warm = before && warmOf(before, conversation, named, at);
  return { key: () => key, before, warm };
};
