import { mediaOf } from "../data-url";
import type { DocumentPart, ImagePart, TextPart, UserPart } from "../neutral/part";
import { type Bind, bindUnknown } from "./bound";
import { cacheMarkOf } from "./cache-control";
import type { Part } from "./message-schema";

type Of<Type extends Part["type"]> = Extract<Part, { type: Type }>;

const marks = ["type", "cache_control", "prompt_cache_breakpoint"];
const known: Readonly<Record<Part["type"], ReadonlySet<string>>> = {
  text: new Set([...marks, "text"]),
  refusal: new Set([...marks, "refusal"]),
  image_url: new Set([...marks, "image_url"]),
  input_audio: new Set([...marks, "input_audio"]),
  file: new Set([...marks, "file"]),
  document_url: new Set([...marks, "document_url", "document_name"]),
  video_url: new Set([...marks, "video_url"]),
};
const knownOfImage = new Set(["url", "detail"]);
const knownOfFile = new Set(["file_data", "filename"]);

const cacheOf = (part: Part) => {
  const cache = cacheMarkOf(part);
  return cache === undefined ? {} : { cache };
};

const readText = (part: Of<"text">): TextPart => ({
  kind: "text",
  text: part.text,
  ...cacheOf(part),
});

const readDetail = (detail: unknown, path: string, bind: Bind): Pick<ImagePart, "detail"> => {
  if (detail === "low" || detail === "high") return { detail };
  if (detail != null && detail !== "auto") bind(`${path}.image_url.detail`);
  return {};
};

const readImage = (part: Of<"image_url">, path: string, bind: Bind): ImagePart | undefined => {
  const { image_url: image } = part;
  bindUnknown(image, knownOfImage, `${path}.image_url`, bind);
  const media = mediaOf(image.url);
  if (media === undefined) {
    bind(`${path}.image_url.url`);
    return undefined;
  }
  return { kind: "image", media, ...readDetail(image.detail, path, bind), ...cacheOf(part) };
};

const isDocument = (mediaType: string): boolean =>
  mediaType === "application/pdf" || mediaType.startsWith("text/");

/** Files that the provider keeps, and formats that no other dialect has, are its own. */
const readFile = (part: Of<"file">, path: string, bind: Bind): DocumentPart | undefined => {
  const { file } = part;
  bindUnknown(file, knownOfFile, `${path}.file`, bind);
  const media = file.file_data === undefined ? undefined : mediaOf(file.file_data);
  const readable =
    media?.kind === "url" ? /^https?:/i.test(media.url) : media && isDocument(media.mediaType);
  if (!media || readable !== true) {
    bind(`${path}.file`);
    return undefined;
  }
  const name = file.filename === undefined ? {} : { name: file.filename };
  return { kind: "document", media, ...name, ...cacheOf(part) };
};

const readAudio = (part: Of<"input_audio">, path: string, bind: Bind): UserPart | undefined => {
  const { data, format } = part.input_audio;
  if (typeof format === "string") return { kind: "audio", base64: data, format };
  bind(`${path}.input_audio.format`);
  return undefined;
};

/** A part of what a user or a tool says; undefined, and bound, where no other dialect has its like. */
export const readPart = (part: Part, path: string, bind: Bind): UserPart | undefined => {
  bindUnknown(part, known[part.type], path, bind);
  if (part.type === "text") return readText(part);
  if (part.type === "image_url") return readImage(part, path, bind);
  if (part.type === "file") return readFile(part, path, bind);
  if (part.type === "input_audio") return readAudio(part, path, bind);
  bind(path);
  return undefined;
};
