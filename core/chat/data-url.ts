import type { Media } from "./neutral/part";

const base64Mark = ";base64";

/**
 * What an address stands for, where a dialect has one field for addresses and for bytes: `data:`
 * URLs hold their bytes.
 *
 * @returns undefined for a `data:` URL that is not base64 or names no media type.
 */
export const mediaOf = (url: string): Media | undefined => {
  if (!/^data:/i.test(url)) return { kind: "url", url };
  const comma = url.indexOf(",");
  const head = url.slice("data:".length, comma);
  if (comma < 0 || !head.endsWith(base64Mark)) return undefined;
  const [mediaType = ""] = head.slice(0, -base64Mark.length).split(";");
  return mediaType === "" ? undefined : { kind: "data", mediaType, base64: url.slice(comma + 1) };
};

/** The same as one address. */
export const urlOf = (media: Media): string =>
  media.kind === "url" ? media.url : `data:${media.mediaType}${base64Mark},${media.base64}`;
