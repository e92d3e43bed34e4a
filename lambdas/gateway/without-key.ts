import type { PlainKey } from "../../core/ports/vault";
import type { HttpAnswer } from "../shared/http/upstream";

/** A provider may quote the key that it refuses, in whatever it says; the key must not travel on. */
export const withoutKey = (text: string, key: PlainKey): string =>
  key === "" ? text : text.replaceAll(key, "[redacted]");

export const headersWithoutKey = (
  headers: HttpAnswer["headers"],
  key: PlainKey,
): HttpAnswer["headers"] => {
  if (!Object.values(headers).some((value) => String(value).includes(key))) return headers;
  const clean = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? value.map((one) => withoutKey(one, key))
      : value && withoutKey(value, key),
  ]);
  return Object.fromEntries(clean) as HttpAnswer["headers"];
};

export const bytesWithoutKey = (bytes: Uint8Array, key: PlainKey): Buffer => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return Buffer.from(withoutKey(text, key), "utf8");
};
