import type {
  AssistantPart,
  CacheMark,
  DocumentPart,
  ImagePart,
  TextPart,
  ToolResultPart,
  UserPart,
} from "../../../../core/chat/neutral/part";
import { saidResult } from "../../../../core/chat/neutral/said-result";
import { parseJson } from "../../parse-json";
import { documentFormatOf, documentName, imageFormatOf } from "./formats";
import type { ModelFamily } from "./model-family";

/** One block of Converse's; bytes are base64 text here, and bytes again at the carrier. */
export type Block = Readonly<Record<string, unknown>>;

/** What the parts of one request are written with. */
export type BlockWriter = {
  readonly user: (part: UserPart) => readonly Block[];
  readonly assistant: (part: AssistantPart) => readonly Block[];
  readonly toolResult: (part: ToolResultPart) => readonly Block[];
  readonly system: (part: TextPart) => readonly Block[];
  /** The cache point after a tool. */
  readonly afterTool: (cache: CacheMark | undefined) => readonly Block[];
};

const isBlank = (text: string): boolean => text.trim() === "";

/** Bedrock refuses blank texts, and they say nothing. */
const textBlocks = (text: string): readonly Block[] => (isBlank(text) ? [] : [{ text }]);

const bytesOf = ({ media }: ImagePart | DocumentPart) => ({
  bytes: media.kind === "data" ? media.base64 : "",
});

const imageBlock = (part: ImagePart): Block => ({
  image: { format: imageFormatOf(part.media), source: bytesOf(part) },
});

/**
 * Ids as they are, where the model takes them; others become `call00001` and so on, the same for a
 * call and its result. They mean nothing beyond the request.
 */
const callIds = (allowed: RegExp) => {
  const renamed = new Map<string, string>();
  return (id: string): string => {
    if (allowed.test(id)) return id;
    const known = renamed.get(id) ?? `call${String(renamed.size + 1).padStart(5, "0")}`;
    renamed.set(id, known);
    return known;
  };
};

const reasoningBlocks = (part: Extract<AssistantPart, { kind: "reasoning" }>): readonly Block[] => {
  const { seal, text, redacted } = part;
  // Thoughts of another dialect's models, and unsigned ones, mean nothing here.
  if (seal?.dialect !== "converse") return [];
  if (redacted) return [{ reasoningContent: { redactedContent: seal.value } }];
  return [{ reasoningContent: { reasoningText: { text, signature: seal.value } } }];
};

/**
 * Writes the parts of one request as Converse's blocks.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
 * (read 2026-11-24, by the types of `@aws-sdk/client-bedrock-runtime` 3.1164)
 */
export const createBlockWriter = ({
  caching,
  hourCache,
  callId,
  marksFailures = false,
}: ModelFamily): BlockWriter => {
  const idOf = callIds(callId ?? /^[A-Za-z0-9_-]{1,64}$/);
  let documents = 0;
  const documentBlock = (part: DocumentPart): Block => {
    documents += 1;
    const name = documentName(part.name, documents);
    return { document: { format: documentFormatOf(part.media), name, source: bytesOf(part) } };
  };
  const point = (cache: CacheMark): Block => ({
    cachePoint: { type: "default", ...(cache === "1h" && hourCache && { ttl: "1h" }) },
  });
  const marked = (blocks: readonly Block[], cache: CacheMark | undefined): readonly Block[] =>
    cache && caching !== "none" && blocks.length > 0 ? [...blocks, point(cache)] : blocks;
  const mediaBlocks = (part: TextPart | ImagePart | DocumentPart): readonly Block[] => {
    if (part.kind === "text") return textBlocks(part.text);
    return [part.kind === "image" ? imageBlock(part) : documentBlock(part)];
  };
  return {
    system: (part) => marked(textBlocks(part.text), part.cache),
    user: (part) =>
      part.kind === "audio"
        ? [{ audio: { format: part.format, source: { bytes: part.base64 } } }]
        : marked(mediaBlocks(part), part.cache),
    assistant: (part) => {
      if (part.kind === "reasoning") return reasoningBlocks(part);
      if (part.kind !== "tool-call") {
        return marked(textBlocks(part.text), part.kind === "text" ? part.cache : undefined);
      }
      const input = parseJson(part.arguments === "" ? "{}" : part.arguments);
      return marked(
        [{ toolUse: { toolUseId: idOf(part.id), name: part.name, input } }],
        part.cache,
      );
    },
    toolResult: (part) => {
      const { id, content, isError, cache } = part;
      const said = marksFailures ? content : saidResult(part);
      return marked(
        [
          {
            toolResult: {
              toolUseId: idOf(id),
              content: said.flatMap(mediaBlocks),
              ...(isError && marksFailures && { status: "error" }),
            },
          },
        ],
        cache,
      );
    },
    afterTool: (cache) => (cache && caching === "all" ? [point(cache)] : []),
  };
};
