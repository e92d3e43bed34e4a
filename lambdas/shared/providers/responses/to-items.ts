import type {
  AssistantPart,
  DocumentPart,
  ImagePart,
  Media,
  ReasoningPart,
  TextPart,
  UserPart,
} from "../../../../core/chat/neutral/part";
import type { NeutralMessage } from "../../../../core/chat/neutral/request";
import { saidResult } from "../../../../core/chat/neutral/said-result";

type Json = Readonly<Record<string, unknown>>;

const urlOf = (media: Media): string =>
  media.kind === "url" ? media.url : `data:${media.mediaType};base64,${media.base64}`;

/**
 * A file's name goes with its bytes, and tells what they are.
 * @see https://developers.openai.com/api/docs/guides/file-inputs?api-mode=responses (read 2026-11-24)
 */
const nameOf = ({ name, media }: DocumentPart): string => {
  if (name !== undefined) return name;
  const pdf = media.mediaType === undefined || media.mediaType === "application/pdf";
  return pdf ? "document.pdf" : "document.txt";
};

const fileOf = (part: DocumentPart): Json =>
  part.media.kind === "url"
    ? { type: "input_file", file_url: part.media.url }
    : { type: "input_file", filename: nameOf(part), file_data: urlOf(part.media) };

const inputPart = (part: TextPart | ImagePart | DocumentPart): Json => {
  if (part.kind === "text") return { type: "input_text", text: part.text };
  if (part.kind === "document") return fileOf(part);
  return { type: "input_image", image_url: urlOf(part.media), detail: part.detail ?? "auto" };
};

/** Reasoning goes back only to where it is from; `uncarried` counts no other, as it is a hint. */
const reasoningItem = ({ text, seal }: ReasoningPart): readonly Json[] =>
  seal?.dialect === "responses"
    ? [
        {
          type: "reasoning",
          summary: text === "" ? [] : [{ type: "summary_text", text }],
          encrypted_content: seal.value,
        },
      ]
    : [];

const saidPart = (part: Extract<AssistantPart, { kind: "text" | "refusal" }>): Json =>
  part.kind === "text"
    ? { type: "output_text", text: part.text, annotations: [] }
    : { type: "refusal", refusal: part.text };

/** Texts that follow each other are one message; calls and thoughts are items of their own. */
const assistantItems = (parts: readonly AssistantPart[]): readonly Json[] => {
  const items: Json[] = [];
  let content: Json[] | undefined;
  for (const part of parts) {
    if (part.kind === "text" || part.kind === "refusal") {
      if (!content) {
        content = [];
        items.push({ type: "message", role: "assistant", content });
      }
      content.push(saidPart(part));
      continue;
    }
    content = undefined;
    if (part.kind === "reasoning") items.push(...reasoningItem(part));
    else {
      const { id, name, arguments: text } = part;
      items.push({ type: "function_call", call_id: id, name, arguments: text });
    }
  }
  return items;
};

const resultOutput = (content: readonly (TextPart | ImagePart | DocumentPart)[]): unknown => {
  const [first] = content;
  return content.length === 1 && first?.kind === "text" ? first.text : content.map(inputPart);
};

/**
 * One message as items. They keep their order, so a system message may stand anywhere; audio and the
 * names of speakers have no place here, and `uncarried` says so.
 */
export const toItems = (message: NeutralMessage): readonly Json[] => {
  if (message.role === "assistant") return assistantItems(message.parts);
  if (message.role === "tool") {
    return message.parts.map((part) => ({
      type: "function_call_output",
      call_id: part.id,
      output: resultOutput(saidResult(part)),
    }));
  }
  const role = message.role === "system" && message.developer ? "developer" : message.role;
  const said: readonly UserPart[] = message.parts;
  const parts = said.filter((part) => part.kind !== "audio");
  return [{ type: "message", role, content: parts.map(inputPart) }];
};
