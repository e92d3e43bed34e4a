import type { AssistantPart, ToolResultPart, UserPart } from "../../../../core/chat/neutral/part";
import type { NeutralMessage } from "../../../../core/chat/neutral/request";
import type { Content, Part } from "./content";
import { toFunctionResponse } from "./function-response";
import { toMediaPart } from "./media";
import { toModelParts } from "./model-turn";

/** Messages that follow each other and are of one role. */
type Turn =
  | { readonly role: "user"; readonly parts: readonly UserPart[] }
  | { readonly role: "assistant"; readonly parts: readonly AssistantPart[] }
  | { readonly role: "tool"; readonly parts: readonly ToolResultPart[] };

const joined = (turn: Turn, next: Turn): Turn | undefined => {
  if (turn.role === "user" && next.role === "user") {
    return { role: "user", parts: [...turn.parts, ...next.parts] };
  }
  if (turn.role === "assistant" && next.role === "assistant") {
    return { role: "assistant", parts: [...turn.parts, ...next.parts] };
  }
  if (turn.role === "tool" && next.role === "tool") {
    return { role: "tool", parts: [...turn.parts, ...next.parts] };
  }
  return undefined;
};

/** The conversation without its system messages, neighbours of one role as one. */
const toTurns = (messages: readonly NeutralMessage[]): readonly Turn[] => {
  const turns: Turn[] = [];
  for (const message of messages) {
    if (message.role === "system") continue;
    const last = turns.at(-1);
    const together = last && joined(last, message);
    if (together) turns[turns.length - 1] = together;
    else turns.push(message);
  }
  return turns;
};

/** The names of calls by their ids, in the order of the calls. */
type Calls = ReadonlyMap<string, string>;

/** Of each turn with results, the calls of the turns before it: an id that comes again names the later. */
const callsBeforeResults = (turns: readonly Turn[]): ReadonlyMap<Turn, Calls> => {
  const before = new Map<Turn, Calls>();
  const calls = new Map<string, string>();
  for (const turn of turns) {
    if (turn.role === "tool") before.set(turn, new Map(calls));
    if (turn.role !== "assistant") continue;
    for (const part of turn.parts) {
      if (part.kind !== "tool-call") continue;
      calls.delete(part.id);
      calls.set(part.id, part.name);
    }
  }
  return before;
};

/** Results in the order of their calls: where two calls are of one tool, Gemini goes by it. */
const toResultParts = (results: readonly ToolResultPart[], calls: Calls): readonly Part[] => {
  const order = [...calls.keys()];
  return [...results]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((part) => ({ functionResponse: toFunctionResponse(part, calls.get(part.id) ?? "") }));
};

const toUserPart = (part: UserPart): Part =>
  part.kind === "text" ? { text: part.text } : toMediaPart(part);

/** Whether every result names a call that was made before it. */
export const hasEveryCall = (messages: readonly NeutralMessage[]): boolean =>
  [...callsBeforeResults(toTurns(messages))].every(
    ([turn, calls]) => turn.role !== "tool" || turn.parts.every(({ id }) => calls.has(id)),
  );

/**
 * A conversation as turns. Results stay apart from what the user says next: a turn that holds both is
 * taken for the model's ("Requests ending with a model turn are not supported").
 *
 * @param signed - Gemini 3: calls must be signed.
 * @see https://ai.google.dev/api/caching#Content (read 2026-11-24); for results and texts apart,
 * https://github.com/pydantic/pydantic-ai/issues/4210
 */
export const toContents = (
  messages: readonly NeutralMessage[],
  { signed }: { readonly signed: boolean },
): readonly Content[] => {
  const turns = toTurns(messages);
  const callsBefore = callsBeforeResults(turns);
  return turns
    .map((turn): Content => {
      if (turn.role === "assistant") {
        return { role: "model", parts: toModelParts(turn.parts, { signed }) };
      }
      if (turn.role === "user") return { role: "user", parts: turn.parts.map(toUserPart) };
      return { role: "user", parts: toResultParts(turn.parts, callsBefore.get(turn) ?? new Map()) };
    })
    .filter(({ parts }) => parts.length > 0);
};
