import type { Media } from "../../../../core/chat/neutral/part";

/**
 * What Converse calls media types. Others it has no word for.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html and
 * API_runtime_DocumentBlock.html (read 2026-11-24, by the types of
 * `@aws-sdk/client-bedrock-runtime` 3.1164)
 */
const imageFormats: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpeg",
  "image/jpg": "jpeg",
  "image/gif": "gif",
  "image/webp": "webp",
};

const documentFormats: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "text/plain": "txt",
  "text/csv": "csv",
  "text/html": "html",
  "text/markdown": "md",
  "application/msword": "doc",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.ms-excel": "xls",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
};

/** `text/plain; charset=utf-8` is a plain text. */
const bare = ({ mediaType = "" }: Media): string =>
  (mediaType.split(";")[0] ?? "").trim().toLowerCase();

export const imageFormatOf = (media: Media): string | undefined => imageFormats[bare(media)];

export const documentFormatOf = (media: Media): string | undefined => documentFormats[bare(media)];

const audioFormats: ReadonlySet<string> = new Set([
  "aac",
  "flac",
  "m4a",
  "mka",
  "mkv",
  "mp3",
  "mp4",
  "mpeg",
  "mpga",
  "ogg",
  "opus",
  "pcm",
  "wav",
  "webm",
  "x-aac",
]);

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html */
export const isAudioFormat = (format: string): boolean => audioFormats.has(format);

/**
 * A document's name as Bedrock takes one: letters, digits, single spaces, hyphens, parentheses and
 * square brackets.
 *
 * @param at - its number in the request, from 1: for one that has no name left.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html
 */
export const documentName = (name: string | undefined, at: number): string => {
  const clean = (name ?? "")
    .replace(/[^A-Za-z0-9\s\-()[\]]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200)
    .trim();
  return clean === "" ? `document ${at}` : clean;
};
