import type { CalledModel } from "../adapter";
import type { FamilyRow } from "./family-row";

export type Fields = Readonly<Record<string, unknown>>;

type Part = Fields;

const isText = (part: Part): boolean => part.type === "text";

const partsOf = (content: unknown): readonly Part[] | undefined =>
  Array.isArray(content) ? (content as readonly Part[]) : undefined;

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const thoughtFields = ["reasoning_content", "reasoning", "reasoning_details"] as const;

/** Names what was thought as the provider does, or leaves it out. */
const withThoughts = (message: Fields, row: FamilyRow, { reasons }: CalledModel): Fields => {
  const { thoughts, thoughtsRequired } = row;
  const present = thoughtFields.filter((name) => message[name] !== undefined);
  const text = textOf(message.reasoning_content) || textOf(message.reasoning);
  const wanted = text !== "" || (thoughtsRequired === true && reasons);
  if (present.length === 0 && !wanted) return message;
  const [only, ...others] = present;
  const named = only !== undefined && only === thoughts && others.length === 0;
  if (named && message[only] === text) return message;
  if (thoughts === undefined || !wanted) return without(message, present);
  if (thoughts !== "thinking parts") {
    return { ...without(message, present), [thoughts]: text };
  }
  const { content } = message;
  const spoken = partsOf(content) ?? (textOf(content) ? [{ type: "text", text: content }] : []);
  const thinking = { type: "thinking", thinking: [{ type: "text", text }] };
  return { ...without(message, present), content: [thinking, ...spoken] };
};

/** Says a refusal where the provider knows none: it is what the assistant said. */
const withRefusal = (message: Fields): Fields => {
  const refusal = textOf(message.refusal);
  if (refusal === "") return message;
  const { content } = message;
  const parts = partsOf(content);
  const said = parts ? [...parts, { type: "text", text: refusal }] : textOf(content) + refusal;
  return { ...without(message, ["refusal"]), content: said };
};

const isEmpty = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);

const leftovers = ["refusal", "audio", "function_call", "tool_calls", "name"];
const marks = ["cache_control", "prompt_cache_breakpoint"];

/** Clients hand answers back with all their empty fields: a strict provider refuses those. */
const trimmed = (message: Fields): Fields => {
  const empty = leftovers.filter((name) => isEmpty(message[name]));
  const extra = ["annotations", ...marks].filter((name) => message[name] !== undefined);
  const names = [...empty, ...extra];
  return names.length === 0 ? message : without(message, names);
};

/** Mistral's word for a file. */
const asDocument = (part: Part): Part => {
  const { file } = part;
  if (part.type !== "file" || typeof file !== "object" || file === null) return part;
  const { file_data: url, filename: name } = file as Fields;
  if (typeof url !== "string") return part;
  return {
    type: "document_url",
    document_url: url,
    ...(typeof name === "string" && { document_name: name }),
  };
};

const isMarked = (part: Part): boolean => marks.some((mark) => part[mark] !== undefined);

const withContent = (message: Fields, row: FamilyRow): Fields => {
  const parts = partsOf(message.content);
  if (!parts) return message;
  if (row.textAlone && parts.every(isText)) {
    return { ...message, content: parts.map(({ text }) => textOf(text)).join("\n") };
  }
  const renamed = row.documents === "document_url" && parts.some(({ type }) => type === "file");
  const unmarked = row.hints !== undefined && !row.cacheMarks && parts.some(isMarked);
  if (!renamed && !unmarked) return message;
  const plain = unmarked ? parts.map((part) => without(part, marks)) : parts;
  return { ...message, content: renamed ? plain.map(asDocument) : plain };
};

/** A message as the provider takes it; the same one where nothing has to change. */
const rewordMessage = (message: Fields, row: FamilyRow, model: CalledModel): Fields => {
  const { role } = message;
  let reworded = message;
  if (role === "developer" && !row.developer) reworded = { ...reworded, role: "system" };
  if (role === "assistant") {
    if (!row.refusals) reworded = withRefusal(reworded);
    if (!row.anyThoughts) reworded = withThoughts(reworded, row, model);
  }
  if (row.hints !== undefined) reworded = trimmed(reworded);
  return withContent(reworded, row);
};

/** The same for all messages. */
export const rewordMessages = (
  messages: readonly Fields[],
  row: FamilyRow,
  model: CalledModel,
): readonly Fields[] => {
  const reworded = messages.map((message) => rewordMessage(message, row, model));
  return reworded.some((message, at) => message !== messages[at]) ? reworded : messages;
};

/** Tools without the marks that a strict provider refuses. */
export const rewordTools = (tools: readonly Fields[], row: FamilyRow): readonly Fields[] =>
  row.hints !== undefined && !row.cacheMarks && tools.some(isMarked)
    ? tools.map((tool) => without(tool, marks))
    : tools;
