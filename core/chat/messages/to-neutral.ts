import type { CacheMark } from "../neutral/part";
import type { NeutralMessage, NeutralRequest } from "../neutral/request";
import { type Bind, bindRequestFields } from "./bound-fields";
import type { CountRequest, Message, MessagesRequest } from "./messages-request";
import { cacheOf, toAssistantParts, toTexts, toUserParts } from "./to-neutral-content";
import { toLimits, toReasoning, toShape, toToolChoice, toTools } from "./to-neutral-settings";

const toMessages = (
  { role, content }: Message,
  path: string,
  bind: Bind,
): readonly NeutralMessage[] => {
  if (role === "system") return [{ role, parts: toTexts(content, path, bind) }];
  if (role === "assistant") return [{ role, parts: toAssistantParts(content, path, bind) }];
  const { results, parts } = toUserParts(content, path, bind);
  if (results.length === 0) return [{ role, parts }];
  const tool = { role: "tool" as const, parts: results };
  return parts.length > 0 ? [tool, { role, parts }] : [tool];
};

/** Caching that is asked for as a whole marks the last part of the last message. */
const withCacheMark = (
  messages: readonly NeutralMessage[],
  cache: CacheMark | undefined,
): readonly NeutralMessage[] => {
  const last = messages.at(-1);
  const part = last?.parts.at(-1);
  if (!cache || !last || !part || part.kind === "reasoning") return messages;
  const parts = [...last.parts.slice(0, -1), { ...part, cache }];
  return [...messages.slice(0, -1), { ...last, parts } as NeutralMessage];
};

/** Reads a Messages request, or one that is only to be counted, in no dialect. */
export const toNeutral = (request: CountRequest & Partial<MessagesRequest>): NeutralRequest => {
  const bound: string[] = [];
  const bind: Bind = (path) => bound.push(path);
  bindRequestFields(request, bind);
  const { system } = request;
  const messages = request.messages.flatMap((message, index) =>
    toMessages(message, `messages[${index}].content`, bind),
  );
  // The model is to go on with this answer: in any other dialect it would begin a new one.
  if (request.messages.at(-1)?.role === "assistant")
    bind(`messages[${request.messages.length - 1}]`);
  const instructions = system ? toTexts(system, "system", bind) : [];
  const leading = instructions.length > 0 && { role: "system" as const, parts: instructions };
  const reasoning = toReasoning(request, bind);
  const shape = toShape(request, bind);
  return {
    messages: withCacheMark(
      leading ? [leading, ...messages] : messages,
      cacheOf(request.cache_control).cache,
    ),
    tools: toTools(request, bind),
    ...toToolChoice(request, bind),
    ...toLimits(request),
    ...(reasoning && { reasoning }),
    ...(shape && { shape }),
    bound,
  };
};
