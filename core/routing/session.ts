import type { Conversation } from "../chat/conversation";
import { digestOf } from "../chat/digest";
import type { OrganizationId } from "../ids";

/** What a request says of the conversation it belongs to, beside its messages. */
export type SessionClues = {
  /** The header `X-SmashCost-Session`. */
  readonly name?: string | undefined;
  /** `prompt_cache_key`. */
  readonly cacheKey?: string | undefined;
  /** `metadata.user_id` or `user`: who talks. */
  readonly user?: string | undefined;
};

const firstUserAt = ({ turns }: Conversation): number =>
  turns.findIndex(({ role }) => role === "user");

/** What a conversation keeps from its first request to its last: instructions, tools, first turn. */
const leading = (conversation: Conversation): readonly string[] => [
  conversation.toolText,
  ...conversation.turns
    .slice(0, firstUserAt(conversation) + 1)
    .flatMap(({ role, text }) => [role, text]),
];

/**
 * Which conversation a request belongs to. A name that the caller gave is enough. `prompt_cache_key`
 * and the user are not: many conversations may share one (OpenAI asks for one key per common
 * beginning), so the leading messages count as well; and they alone where nothing else is said.
 *
 * @returns a digest: neither names nor messages are kept.
 */
export const sessionOf = (
  organization: OrganizationId,
  conversation: Conversation,
  { name, cacheKey, user }: SessionClues,
): string => {
  if (name) return digestOf([organization, "name", name]);
  const clue = cacheKey ? ["key", cacheKey] : user ? ["user", user] : ["messages"];
  return digestOf([organization, ...clue, ...leading(conversation)]);
};

/** Where a conversation stood: how many turns it had, and what they said. */
export type Mark = { readonly turns: number; readonly prefix: string };

/** @param turns - how many of its turns; by default all. */
export const markOf = (conversation: Conversation, turns = conversation.turns.length): Mark => ({
  turns,
  prefix: digestOf([
    conversation.toolText,
    ...conversation.turns.slice(0, turns).flatMap(({ role, text }) => [role, text]),
  ]),
});

/** Whether a conversation begins with all that it was at a mark, so that a cache of it still serves. */
export const continues = (conversation: Conversation, { turns, prefix }: Mark): boolean =>
  turns <= conversation.turns.length && markOf(conversation, turns).prefix === prefix;

/** Whether the mark was set by the request before this one: nothing was answered in between. */
export const isNext = ({ turns }: Conversation, mark: Mark): boolean =>
  turns.findLastIndex(({ role }) => role === "assistant") === mark.turns;

/** A tool was answered since the user last spoke: the model is in the middle of its work. */
export const toolLoopOpen = ({ turns }: Conversation): boolean =>
  turns.slice(turns.findLastIndex(({ role }) => role === "user") + 1).some(isToolAnswer);

const isToolAnswer = ({ role }: Conversation["turns"][number]): boolean => role === "tool";

/** Below this no provider caches, so there is nothing to stay for. */
const leastCacheableTokens = 1_024;

/**
 * Whether looking for what is remembered can pay: within a tool loop, or where something was answered
 * before (or the caller gave a name) and the input is long enough to be cached.
 *
 * @param named - the caller named the conversation itself, so it is one whatever became of its
 *   messages.
 */
export const worthRecalling = (conversation: Conversation, named: boolean): boolean =>
  toolLoopOpen(conversation) ||
  (conversation.estimatedInputTokens >= leastCacheableTokens &&
    (named || conversation.turns.some(({ role }) => role === "assistant")));
