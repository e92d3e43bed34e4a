import { base64OfText } from "../base64-text";
import type {
  AssistantPart,
  CacheMark,
  DocumentPart,
  ImagePart,
  Media,
  Seal,
  TextPart,
  ToolResultPart,
} from "../neutral/part";
import { readSeal } from "../neutral/seal";
import { type Bind, bindOthers } from "./bound-fields";
import type { Typed } from "./by-type";
import { type CacheControl, type KnownBlock, knownBlock } from "./content-block";
import { callSealOf, sealOfSignature } from "./seal-slots";

export type Content = string | readonly Typed[];

type Block<Type extends KnownBlock["type"]> = Extract<KnownBlock, { type: Type }>;

/** The fields of each block that have a neutral word. */
const read: Readonly<Record<KnownBlock["type"], ReadonlySet<string>>> = {
  text: new Set(["type", "text", "cache_control"]),
  image: new Set(["type", "source", "cache_control"]),
  document: new Set(["type", "source", "title", "cache_control"]),
  tool_use: new Set(["type", "id", "name", "input", "cache_control"]),
  tool_result: new Set(["type", "tool_use_id", "content", "is_error", "cache_control"]),
  thinking: new Set(["type", "thinking", "signature"]),
  redacted_thinking: new Set(["type", "data"]),
};

export const cacheOf = (control: CacheControl): { readonly cache?: CacheMark } =>
  control ? { cache: control.ttl ?? "5m" } : {};

const toText = ({ text, cache_control }: Block<"text">): TextPart => ({
  kind: "text",
  text,
  ...cacheOf(cache_control),
});

/** Undefined where the source is neither bytes, nor a text, nor an address. */
const mediaOf = ({ type, media_type, data, url }: Typed): Media | undefined => {
  if (type === "url" && typeof url === "string") return { kind: "url", url };
  if (typeof data !== "string") return undefined;
  if (type === "text") {
    return { kind: "data", mediaType: "text/plain", base64: base64OfText(data) };
  }
  return type === "base64" && typeof media_type === "string"
    ? { kind: "data", mediaType: media_type, base64: data }
    : undefined;
};

const toMediaPart = (
  block: Block<"image" | "document">,
  path: string,
  bind: Bind,
): ImagePart | DocumentPart | undefined => {
  const media = mediaOf(block.source);
  const cache = cacheOf(block.cache_control);
  if (!media) {
    bind(`${path}.source`);
    return undefined;
  }
  if (block.type === "image") return { kind: "image", media, ...cache };
  return { kind: "document", media, ...(block.title && { name: block.title }), ...cache };
};

/** Reads a content's blocks, a text as one; those that are not to be read are bound. */
const collect = <Part>(
  content: Content,
  path: string,
  bind: Bind,
  toPart: (block: KnownBlock, path: string) => Part | "unread" | undefined,
): Part[] => {
  const blocks = typeof content === "string" ? [{ type: "text", text: content }] : content;
  return blocks.flatMap((typed, index) => {
    const at = `${path}[${index}]`;
    const block = knownBlock(typed);
    const part = block ? toPart(block, at) : "unread";
    if (!block || part === "unread") bind(at);
    else bindOthers(block, read[block.type], at, bind);
    return part === undefined || part === "unread" ? [] : [part];
  });
};

export const toTexts = (content: Content, path: string, bind: Bind): readonly TextPart[] =>
  collect(content, path, bind, (block) => (block.type === "text" ? toText(block) : "unread"));

/** What a user may give, and a tool return. */
const toGiven = (block: KnownBlock, path: string, bind: Bind) => {
  if (block.type === "text") return toText(block);
  return block.type === "image" || block.type === "document"
    ? toMediaPart(block, path, bind)
    : "unread";
};

const toResult = (block: Block<"tool_result">, path: string, bind: Bind): ToolResultPart => ({
  kind: "tool-result",
  id: block.tool_use_id,
  content: collect(block.content ?? [], `${path}.content`, bind, (item, at) =>
    toGiven(item, at, bind),
  ),
  ...(block.is_error === true && { isError: true as const }),
  ...cacheOf(block.cache_control),
});

/** A user's blocks, and apart from them the results, which Anthropic wants first. */
export const toUserParts = (content: Content, path: string, bind: Bind) => {
  const results: ToolResultPart[] = [];
  const parts = collect(content, path, bind, (block, at) => {
    if (block.type !== "tool_result") return toGiven(block, at, bind);
    results.push(toResult(block, at, bind));
    return undefined;
  });
  return { results, parts };
};

const toCall = (
  { id, name, input, cache_control }: Block<"tool_use">,
  seal: Seal | undefined,
): AssistantPart => ({
  kind: "tool-call",
  id,
  name,
  arguments: JSON.stringify(input),
  ...(seal && { seal }),
  ...cacheOf(cache_control),
});

const toThought = ({ thinking, signature }: Block<"thinking">): AssistantPart => {
  const seal = sealOfSignature(signature);
  return { kind: "reasoning", text: thinking, ...(seal && { seal }) };
};

export const toAssistantParts = (
  content: Content,
  path: string,
  bind: Bind,
): readonly AssistantPart[] => {
  let sealOfCall: Seal | undefined;
  return collect(content, path, bind, (block): AssistantPart | "unread" | undefined => {
    if (block.type === "text") return toText(block);
    if (block.type === "thinking") return toThought(block);
    if (block.type === "tool_use") {
      const call = toCall(block, sealOfCall);
      sealOfCall = undefined;
      return call;
    }
    if (block.type !== "redacted_thinking") return "unread";
    sealOfCall = callSealOf(block.data);
    return sealOfCall
      ? undefined
      : { kind: "reasoning", text: "", seal: readSeal(block.data, "messages"), redacted: true };
  });
};
