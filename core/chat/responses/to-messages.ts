import type { AssistantPart, ReasoningPart, Seal, TextPart } from "../neutral/part";
import type { NeutralMessage } from "../neutral/request";
import { type Item, isKnownItem, type KnownItem } from "./item-schema";
import type { Part } from "./part-schema";
import { readSlot } from "./reasoning-slot";
import { type InputPart, readInputPart } from "./to-part";

type ItemOf<T extends KnownItem["type"]> = Extract<KnownItem, { type: T }>;
type MessageItem = Exclude<
  KnownItem,
  { type: "reasoning" | "function_call" | "function_call_output" }
>;

/** Where items go as they are read. */
type Reading = {
  readonly messages: NeutralMessage[];
  /** Paths of what no other dialect has a word for. */
  readonly bound: string[];
  /** The seal of the tool call that comes next. */
  seal?: Seal;
};

/** Neighbouring items of the model are one message, and so are neighbouring results of tools. */
const put = ({ messages }: Reading, message: NeutralMessage): void => {
  const last = messages.at(-1);
  if (last?.role === "assistant" && message.role === "assistant") {
    messages[messages.length - 1] = { ...last, parts: [...last.parts, ...message.parts] };
  } else if (last?.role === "tool" && message.role === "tool") {
    messages[messages.length - 1] = { ...last, parts: [...last.parts, ...message.parts] };
  } else messages.push(message);
};

const readContent = (
  reading: Reading,
  content: string | readonly Part[],
  path: string,
): readonly InputPart[] => {
  if (typeof content === "string") return [{ kind: "text", text: content }];
  return content.flatMap((part, at) => {
    const read = readInputPart(part, `${path}[${at}]`);
    if ("part" in read) return [read.part];
    reading.bound.push(read.bound);
    return [];
  });
};

const assistantParts = (
  reading: Reading,
  content: string | readonly Part[],
  path: string,
): readonly AssistantPart[] => {
  if (typeof content === "string") return [{ kind: "text", text: content }];
  return content.flatMap((part, at): readonly AssistantPart[] => {
    if (part.type === "refusal") return [{ kind: "refusal", text: part.refusal }];
    if (part.type === "output_text" || part.type === "input_text") {
      return [{ kind: "text", text: part.text }];
    }
    reading.bound.push(`${path}[${at}]`);
    return [];
  });
};

/** Elsewhere, instructions are text. */
const textsOnly = (
  reading: Reading,
  content: string | readonly Part[],
  path: string,
): readonly TextPart[] => {
  const parts = readContent(reading, content, path);
  const texts = parts.filter((part) => part.kind === "text");
  if (texts.length < parts.length) reading.bound.push(path);
  return texts;
};

const readMessage = (reading: Reading, item: MessageItem, path: string): void => {
  const { role, content } = item;
  const within = `${path}.content`;
  if (role === "assistant") {
    put(reading, { role, parts: assistantParts(reading, content, within) });
  } else if (role === "user") {
    put(reading, { role, parts: readContent(reading, content, within) });
  } else {
    const parts = textsOnly(reading, content, within);
    put(reading, { role: "system", ...(role === "developer" && { developer: true }), parts });
  }
};

/** A summary, or where there is none the reasoning itself, as open models give it. */
const reasoningText = ({ summary, content }: ItemOf<"reasoning">): string => {
  const texts = summary && summary.length > 0 ? summary : (content ?? []);
  return texts.map(({ text }) => text).join("\n\n");
};

const readReasoning = (reading: Reading, item: ItemOf<"reasoning">): void => {
  const { seal, redacted, ofCall } = item.encrypted_content ? readSlot(item.encrypted_content) : {};
  if (ofCall) {
    if (seal) reading.seal = seal;
    return;
  }
  const text = reasoningText(item);
  if (text === "" && !seal) return;
  const part: ReasoningPart = {
    kind: "reasoning",
    text,
    ...(seal && { seal }),
    ...(redacted && { redacted }),
  };
  put(reading, { role: "assistant", parts: [part] });
};

/** Called by a program of OpenAI's own, or of a namespace: others know neither. */
const bindCaller = (reading: Reading, item: KnownItem, path: string): void => {
  const { caller } = item;
  const direct =
    typeof caller === "object" && caller && "type" in caller && caller.type === "direct";
  if (caller != null && !direct) reading.bound.push(`${path}.caller`);
  if (item.namespace != null) reading.bound.push(`${path}.namespace`);
};

const readCall = (reading: Reading, item: ItemOf<"function_call">, path: string): void => {
  bindCaller(reading, item, path);
  const { call_id: id, name, arguments: text } = item;
  const { seal } = reading;
  delete reading.seal;
  const part = { kind: "tool-call", id, name, arguments: text, ...(seal && { seal }) } as const;
  put(reading, { role: "assistant", parts: [part] });
};

const readResult = (reading: Reading, item: ItemOf<"function_call_output">, path: string): void => {
  bindCaller(reading, item, path);
  const content = readContent(reading, item.output, `${path}.output`);
  put(reading, { role: "tool", parts: [{ kind: "tool-result", id: item.call_id, content }] });
};

const readItem = (reading: Reading, item: Item, path: string): void => {
  if (!isKnownItem(item)) reading.bound.push(path);
  else if (item.type === "reasoning") readReasoning(reading, item);
  else if (item.type === "function_call") readCall(reading, item, path);
  else if (item.type === "function_call_output") readResult(reading, item, path);
  else readMessage(reading, item, path);
};

/** Items as messages, in their order, and the paths of those that only Responses can say. */
export const toMessages = (
  input: string | readonly Item[],
): { readonly messages: readonly NeutralMessage[]; readonly bound: readonly string[] } => {
  if (typeof input === "string") {
    return { messages: [{ role: "user", parts: [{ kind: "text", text: input }] }], bound: [] };
  }
  const reading: Reading = { messages: [], bound: [] };
  for (const [at, item] of input.entries()) readItem(reading, item, `input[${at}]`);
  return reading;
};
