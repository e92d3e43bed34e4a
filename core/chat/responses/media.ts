import type { Media } from "../neutral/part";

const base64Mark = ";base64";

/** What a `data:` URL holds; undefined where its bytes are not in base64. */
const readDataUrl = (url: string): Media | undefined => {
  const comma = url.indexOf(",");
  const head = url.slice("data:".length, comma);
  if (comma < 0 || !head.endsWith(base64Mark)) return undefined;
  const [mediaType = ""] = head.split(";");
  return mediaType === "" ? undefined : { kind: "data", mediaType, base64: url.slice(comma + 1) };
};

/** An image's address, or the image itself. */
export const readUrl = (url: string): Media | undefined =>
  url.startsWith("data:") ? readDataUrl(url) : { kind: "url", url };

/** A file's bytes: a `data:` URL, or base64 alone where its name tells what it is. */
export const readFileData = (data: string, filename: string | null | undefined) => {
  if (data.startsWith("data:")) return readDataUrl(data);
  return filename?.toLowerCase().endsWith(".pdf")
    ? ({ kind: "data", mediaType: "application/pdf", base64: data } as const)
    : undefined;
};
