import { toolCallIdOf } from "../../../../core/chat/messages/tool-call-id";
import type {
  CacheMark,
  DocumentPart,
  ImagePart,
  TextPart,
  ToolCallPart,
  ToolResultPart,
} from "../../../../core/chat/neutral/part";
import type { Turn } from "./turns";

/** Says a cache mark as Anthropic does, or nothing where it takes no more of them. */
export type MarkCache = (mark: CacheMark | undefined) => object;

/** The most breakpoints that one request may have. */
const mostMarks = 4;

/**
 * @param total - how many marks the whole request has; of too many the last ones count, as each
 *   holds all that stands before it.
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-caching (read 2026-11-24)
 */
export const cacheMarker = (total: number): MarkCache => {
  let skipped = Math.max(0, total - mostMarks);
  return (mark) => {
    if (!mark) return {};
    skipped -= 1;
    if (skipped >= 0) return {};
    return { cache_control: { type: "ephemeral", ...(mark === "1h" && { ttl: mark }) } };
  };
};

export const textBlock = ({ text, cache }: TextPart, mark: MarkCache): object => ({
  type: "text",
  text,
  ...mark(cache),
});

const isText = (mediaType: string): boolean => mediaType.startsWith("text/");

const sourceOf = ({ media }: ImagePart | DocumentPart): object => {
  if (media.kind === "url") return { type: "url", url: media.url };
  const { mediaType, base64 } = media;
  return isText(mediaType)
    ? { type: "text", media_type: "text/plain", data: Buffer.from(base64, "base64").toString() }
    : { type: "base64", media_type: mediaType, data: base64 };
};

const mediaBlock = (part: ImagePart | DocumentPart, mark: MarkCache): object => ({
  type: part.kind,
  source: sourceOf(part),
  ...(part.kind === "document" && part.name !== undefined && { title: part.name }),
  ...mark(part.cache),
});

const givenBlock = (part: TextPart | ImagePart | DocumentPart, mark: MarkCache): object =>
  part.kind === "text" ? textBlock(part, mark) : mediaBlock(part, mark);

const resultBlock = ({ id, content, isError, cache }: ToolResultPart, mark: MarkCache): object => ({
  type: "tool_result",
  tool_use_id: toolCallIdOf(id),
  content: content
    .filter((part) => part.kind !== "text" || part.text !== "")
    .map((part) => givenBlock(part, mark)),
  ...(isError && { is_error: true }),
  ...mark(cache),
});

const inputOf = (json: string): unknown => JSON.parse(json === "" ? "{}" : json);

const callBlock = (call: ToolCallPart, mark: MarkCache): object => ({
  type: "tool_use",
  id: toolCallIdOf(call.id),
  name: call.name,
  input: inputOf(call.arguments),
  ...mark(call.cache),
});

const toBlock = (part: Turn["parts"][number], mark: MarkCache): readonly object[] => {
  switch (part.kind) {
    case "text":
    case "image":
    case "document":
      return [givenBlock(part, mark)];
    case "tool-call":
      return [callBlock(part, mark)];
    case "tool-result":
      return [resultBlock(part, mark)];
    case "refusal":
      return [{ type: "text", text: part.text }];
    case "reasoning": {
      const value = part.seal?.value ?? "";
      return part.redacted
        ? [{ type: "redacted_thinking", data: value }]
        : [{ type: "thinking", thinking: part.text, signature: value }];
    }
    default:
      // Sounds, which `uncarried` names.
      return [];
  }
};

export const toMessage = ({ role, parts }: Turn, mark: MarkCache): object => ({
  role,
  content: parts.flatMap((part) => toBlock(part, mark)),
});
