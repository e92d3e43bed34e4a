import type { AudioPart, DocumentPart, ImagePart, Media } from "../../../../core/chat/neutral/part";

/** A part of Gemini's that holds bytes, or the address of some. */
export type MediaPart =
  | { readonly inlineData: { readonly mimeType: string; readonly data: string } }
  | { readonly fileData: { readonly mimeType: string; readonly fileUri: string } };

/**
 * By the ending of an address, for those who gave no type of their own: Gemini asks for one.
 * These are the types that it fetches from public addresses.
 * @see https://ai.google.dev/gemini-api/docs/file-input-methods (read 2026-11-24)
 */
const typeByEnding: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  bmp: "image/bmp",
  pdf: "application/pdf",
  txt: "text/plain",
  html: "text/html",
  css: "text/css",
  csv: "text/csv",
  xml: "text/xml",
  json: "application/json",
};

const fetchedTypes = [...Object.values(typeByEnding), "text/rtf", "text/javascript"];

/**
 * Images that it reads; GIF is none of them.
 * @see https://ai.google.dev/gemini-api/docs/image-understanding#supported-formats (read 2026-11-24)
 */
const imageTypes = ["image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"];

/**
 * OpenAI's names of formats, and files' endings.
 * @see https://ai.google.dev/gemini-api/docs/audio#supported-formats (read 2026-11-24); `audio/mpeg`
 * as recorded in test/fixtures/recordings
 */
const audioTypes: Readonly<Record<string, string>> = {
  wav: "audio/wav",
  mp3: "audio/mpeg",
  aiff: "audio/aiff",
  aac: "audio/aac",
  ogg: "audio/ogg",
  flac: "audio/flac",
};

/**
 * What a tool's result may hold beside text.
 * @see https://ai.google.dev/gemini-api/docs/function-calling#multimodal (read 2026-11-24)
 */
const resultTypes = ["image/png", "image/jpeg", "image/webp", "application/pdf", "text/plain"];

const typeOf = (media: Media): string | undefined => {
  if (media.mediaType !== undefined) return media.mediaType;
  if (media.kind === "data" || !URL.canParse(media.url)) return undefined;
  const ending = /\.([a-z]+)$/i.exec(new URL(media.url).pathname)?.[1];
  return ending && typeByEnding[ending.toLowerCase()];
};

/** Only public addresses are fetched, and only by HTTPS. */
const isFetched = (media: Media): boolean =>
  media.kind === "data" || media.url.startsWith("https://");

const takesDocument = (type: string): boolean =>
  type === "application/pdf" || type === "application/json" || type.startsWith("text/");

const takes = ({ kind, media }: ImagePart | DocumentPart, type: string): boolean => {
  if (media.kind === "url") {
    return fetchedTypes.includes(type) && type.startsWith("image/") === (kind === "image");
  }
  return kind === "image" ? imageTypes.includes(type) : takesDocument(type);
};

/** What of a part Gemini can't be told; undefined: it can be told the whole. */
export const uncarriedMedia = (part: ImagePart | DocumentPart | AudioPart): string | undefined => {
  if (part.kind === "audio") {
    return part.format in audioTypes ? undefined : "audio of this format";
  }
  const noun = part.kind === "image" ? "images" : "documents";
  if (!isFetched(part.media)) return `${noun} by an address that is not HTTPS`;
  const type = typeOf(part.media);
  if (type === undefined) return `${noun} by URL without a media type`;
  return takes(part, type) ? undefined : `${noun} of this media type`;
};

/** The same of a file within a tool's result: an address in one is Vertex AI's alone. */
export const uncarriedInResult = ({ media }: ImagePart | DocumentPart): string | undefined => {
  if (media.kind === "url") return "files in tool results by URL";
  return resultTypes.includes(media.mediaType)
    ? undefined
    : "files of this media type in tool results";
};

/** @see https://ai.google.dev/api/caching#Part (read 2026-11-24) */
export const toMediaPart = (part: ImagePart | DocumentPart | AudioPart): MediaPart => {
  if (part.kind === "audio") {
    const mimeType = audioTypes[part.format] ?? `audio/${part.format}`;
    return { inlineData: { mimeType, data: part.base64 } };
  }
  const { media } = part;
  const mimeType = typeOf(media) ?? "application/octet-stream";
  return media.kind === "data"
    ? { inlineData: { mimeType, data: media.base64 } }
    : { fileData: { mimeType, fileUri: media.url } };
};
