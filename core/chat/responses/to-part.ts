import type { DocumentPart, ImagePart, TextPart } from "../neutral/part";
import { readFileData, readUrl } from "./media";
import type { Part } from "./part-schema";

export type InputPart = TextPart | ImagePart | DocumentPart;

/** A part, or the path of what no other dialect has a word for. */
export type ReadPart = { readonly part: InputPart } | { readonly bound: string };

const details: readonly unknown[] = ["low", "high"];
const isDetail = (detail: unknown): detail is "low" | "high" => details.includes(detail);

/** `prompt_cache_breakpoint`: for half an hour at OpenAI, so for the shorter of the two that others know. */
const cacheOf = (part: Part) => (part.prompt_cache_breakpoint == null ? {} : cached);
const cached = { cache: "5m" } as const;

const readImage = (part: Extract<Part, { type: "input_image" }>, path: string): ReadPart => {
  const { image_url: url, detail } = part;
  if (!url) return { bound: `${path}.file_id` };
  // `original` asks for more than any other dialect can be asked for.
  if (detail != null && detail !== "auto" && !isDetail(detail)) return { bound: `${path}.detail` };
  const media = readUrl(url);
  if (!media) return { bound: `${path}.image_url` };
  return { part: { kind: "image", media, ...(isDetail(detail) && { detail }), ...cacheOf(part) } };
};

const readFile = (part: Extract<Part, { type: "input_file" }>, path: string): ReadPart => {
  const { file_data: data, file_url: url, filename, detail } = part;
  if (!data && !url) return { bound: `${path}.file_id` };
  if (detail != null && detail !== "auto") return { bound: `${path}.detail` };
  const media = data ? readFileData(data, filename) : url ? readUrl(url) : undefined;
  if (!media) return { bound: `${path}.file_data` };
  return {
    part: { kind: "document", media, ...(filename && { name: filename }), ...cacheOf(part) },
  };
};

/** What a user, a system or a tool says. */
export const readInputPart = (part: Part, path: string): ReadPart => {
  if (part.type === "input_image") return readImage(part, path);
  if (part.type === "input_file") return readFile(part, path);
  const text = part.type === "refusal" ? part.refusal : part.text;
  return { part: { kind: "text", text, ...cacheOf(part) } };
};
