import type { AssistantPart, TextPart, ToolResultPart, UserPart } from "../neutral/part";
import type { NeutralMessage } from "../neutral/request";
import { type Bind, bindUnknown } from "./bound";
import { cacheMarkOf } from "./cache-control";
import type { Message, Part } from "./message-schema";
import { readPart } from "./read-part";

type Of<Role extends Message["role"]> = Extract<Message, { role: Role }>;
type Content = string | readonly Part[] | null | undefined;

const common = ["role", "content", "name", "cache_control"];
const known: Readonly<Record<Message["role"], ReadonlySet<string>>> = {
  system: new Set(common),
  developer: new Set(common),
  user: new Set(common),
  // Clients hand an answer back with all that it came with; what it cites is no part of a prompt.
  assistant: new Set([
    ...common,
    "refusal",
    "tool_calls",
    "reasoning_content",
    "reasoning",
    "reasoning_details",
    "annotations",
  ]),
  tool: new Set([...common, "tool_call_id"]),
  function: new Set([...common]),
};

/** The parts of a content; a mark on the whole message is one on its last part. */
const partsOf = (content: Content, path: string, bind: Bind, message: Message): UserPart[] => {
  const parts =
    typeof content === "string"
      ? [{ kind: "text" as const, text: content }]
      : (content ?? []).flatMap((part, at) => readPart(part, `${path}.content[${at}]`, bind) ?? []);
  const cache = cacheMarkOf(message);
  const last = parts.at(-1);
  if (cache === undefined || last === undefined || last.kind === "audio") return parts;
  return [...parts.slice(0, -1), { ...last, cache }];
};

/** What only texts may be: other parts are bound. */
const textsOf = (parts: readonly UserPart[], path: string, bind: Bind): TextPart[] => {
  const texts = parts.filter((part) => part.kind === "text");
  if (texts.length < parts.length) bind(`${path}.content`);
  return texts;
};

/** DeepSeek's name for what a model thought, and the one of those who read it under `reasoning`. */
const thoughtsIn = (message: Of<"assistant">): string =>
  [message.reasoning_content, message.reasoning].find(
    (text): text is string => typeof text === "string" && text !== "",
  ) ?? "";

const callsIn = (message: Of<"assistant">, path: string, bind: Bind): AssistantPart[] =>
  (message.tool_calls ?? []).flatMap(({ type, id, function: called }, at): AssistantPart[] => {
    if (type !== "function" || called === undefined) {
      bind(`${path}.tool_calls[${at}]`);
      return [];
    }
    return [{ kind: "tool-call", id, name: called.name, arguments: called.arguments }];
  });

const refusalsIn = ({ refusal, content }: Of<"assistant">): string => {
  const inParts = Array.isArray(content)
    ? content.flatMap((part) => (part.type === "refusal" ? [part.refusal] : []))
    : [];
  return [typeof refusal === "string" ? refusal : "", ...inParts].join("");
};

const readAssistant = (message: Of<"assistant">, path: string, bind: Bind): AssistantPart[] => {
  const { content } = message;
  const spoken = Array.isArray(content)
    ? content.filter(({ type }) => type !== "refusal")
    : (content ?? "");
  const texts = textsOf(partsOf(spoken, path, bind, message), path, bind);
  const thoughts = thoughtsIn(message);
  const refusal = refusalsIn(message);
  return [
    ...(thoughts === "" ? [] : [{ kind: "reasoning" as const, text: thoughts }]),
    ...texts.filter(({ text }) => text !== ""),
    ...(refusal === "" ? [] : [{ kind: "refusal" as const, text: refusal }]),
    ...callsIn(message, path, bind),
  ];
};

const readResult = (message: Of<"tool">, path: string, bind: Bind): ToolResultPart => {
  const parts = partsOf(message.content, path, bind, { ...message, cache_control: undefined });
  const content = parts.filter((part) => part.kind !== "audio");
  if (content.length < parts.length) bind(`${path}.content`);
  const cache = cacheMarkOf(message);
  return {
    kind: "tool-result",
    id: message.tool_call_id,
    content: content.filter((part) => part.kind !== "text" || part.text !== ""),
    ...(cache && { cache }),
  };
};

const named = ({ name }: Readonly<Record<string, unknown>>) =>
  typeof name === "string" ? { name } : {};

const readMessage = (message: Message, path: string, bind: Bind): NeutralMessage | undefined => {
  bindUnknown(message, known[message.role], path, bind);
  if (message.role === "function") {
    bind(path);
    return undefined;
  }
  if (message.role === "tool") return { role: "tool", parts: [readResult(message, path, bind)] };
  if (message.role === "assistant") {
    return { role: "assistant", ...named(message), parts: readAssistant(message, path, bind) };
  }
  const parts = partsOf(message.content, path, bind, message);
  if (message.role === "user") return { role: "user", ...named(message), parts };
  if (message.name !== undefined) bind(`${path}.name`);
  const developer = message.role === "developer" ? { developer: true as const } : {};
  return { role: "system", ...developer, parts: textsOf(parts, path, bind) };
};

/** Messages in no dialect: results that follow each other stand in one. */
export const readMessages = (messages: readonly Message[], bind: Bind): NeutralMessage[] => {
  const read: NeutralMessage[] = [];
  messages.forEach((message, at) => {
    const neutral = readMessage(message, `messages[${at}]`, bind);
    if (neutral === undefined) return;
    const last = read.at(-1);
    if (neutral.role === "tool" && last?.role === "tool") {
      read[read.length - 1] = { role: "tool", parts: [...last.parts, ...neutral.parts] };
    } else read.push(neutral);
  });
  return read;
};
