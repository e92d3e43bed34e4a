import { assistantMessage } from "../../../../core/chat/completions/assistant-message";
import { urlOf } from "../../../../core/chat/data-url";
import type {
  CacheMark,
  TextPart,
  ToolResultPart,
  UserPart,
} from "../../../../core/chat/neutral/part";
import type { NeutralMessage } from "../../../../core/chat/neutral/request";
import { saidResult } from "../../../../core/chat/neutral/said-result";
import type { FamilyRow } from "./family-row";
import type { Fields } from "./reword-message";

/** Anthropic's mark, which OpenRouter takes in this dialect too. */
export const cacheControl = (
  cache: CacheMark | undefined,
  { cacheMarks }: Pick<FamilyRow, "cacheMarks">,
): Fields =>
  cacheMarks && cache !== undefined ? { cache_control: { type: "ephemeral", ttl: cache } } : {};

/** OpenAI wants a name for what it gets as bytes. */
const unnamed = "document.pdf";

const writePart = (part: UserPart, row: FamilyRow): Fields => {
  if (part.kind === "audio") {
    return { type: "input_audio", input_audio: { data: part.base64, format: part.format } };
  }
  const mark = cacheControl(part.cache, row);
  if (part.kind === "text") return { type: "text", text: part.text, ...mark };
  const url = urlOf(part.media);
  if (part.kind === "document") {
    return { type: "file", file: { file_data: url, filename: part.name ?? unnamed }, ...mark };
  }
  const detail = part.detail === undefined ? {} : { detail: part.detail };
  return { type: "image_url", image_url: { url, ...detail }, ...mark };
};

/** One text as itself, anything more as parts. */
const writeContent = (parts: readonly UserPart[], row: FamilyRow): unknown => {
  const [first, second] = parts;
  if (first === undefined) return "";
  const plain = first.kind === "text" && !(row.cacheMarks && first.cache);
  return second === undefined && plain ? first.text : parts.map((part) => writePart(part, row));
};

const isText = (part: ToolResultPart["content"][number]): part is TextPart => part.kind === "text";

const writeResult = (part: ToolResultPart, row: FamilyRow): Fields => ({
  role: "tool",
  tool_call_id: part.id,
  content: writeContent(saidResult(part).filter(isText), row),
  ...cacheControl(part.cache, row),
});

/** A neutral message as OpenAI has it; results become a message each. */
export const writeMessage = (message: NeutralMessage, row: FamilyRow): readonly Fields[] => {
  if (message.role === "tool") return message.parts.map((part) => writeResult(part, row));
  if (message.role === "system") {
    const role = message.developer ? "developer" : "system";
    return [{ role, content: writeContent(message.parts, row) }];
  }
  const name = message.name === undefined ? {} : { name: message.name };
  if (message.role === "user") {
    return [{ role: "user", content: writeContent(message.parts, row), ...name }];
  }
  return [{ ...assistantMessage(message.parts), ...name }];
};
