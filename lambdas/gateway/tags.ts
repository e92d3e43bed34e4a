import { RequestError } from "../../core/errors";
import type { GatewayRequest } from "./exchange";

const prefix = "x-smashcost-tag-";
const maxTags = 10;
const maxCharacters = 128;
// Control characters would break logs, exports and headers that show the tag.
const printable = /^[^\p{Cc}]*$/u;

const refuse = (header: string, message: string): never => {
  throw new RequestError(400, "invalid_tag", `the header ${header} ${message}`, { param: header });
};

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Header values arrive as Latin-1 where callers mean UTF-8, unless the shell has decoded them. */
const decode = (value: string): string => {
  const bytes = Buffer.from(value, "latin1");
  if (bytes.toString("latin1") !== value) return value.trim();
  try {
    return utf8.decode(bytes).trim();
  } catch {
    return value.trim();
  }
};

/**
 * What a request is attributed to: `X-SmashCost-Tag-*` by name in lower case, at most ten of at most
 * 128 characters each; an empty one is no tag. The key's environment is a tag as well.
 *
 * @throws RequestError 400 naming the header, never its value.
 */
export const readTags = (
  { headers }: GatewayRequest,
  environment: string,
): Readonly<Record<string, string>> => {
  const tags: Record<string, string> = {};
  for (const header of Object.keys(headers)) {
    const raw = header.startsWith(prefix) ? headers[header] : undefined;
    if (raw === undefined) continue;
    const name = header.slice(prefix.length);
    const value = decode(raw);
    if (value === "") continue;
    if (name === "" || name.length > maxCharacters) {
      return refuse(header, `names a tag of ${name.length} characters; use 1 to ${maxCharacters}`);
    }
    const { length } = Array.from(value);
    if (length > maxCharacters) {
      return refuse(header, `is ${length} characters long; use at most ${maxCharacters}`);
    }
    if (!printable.test(value)) refuse(header, "holds control characters; leave them out");
    tags[name] = value;
  }
  const count = Object.keys(tags).length;
  if (count > maxTags) {
    return refuse(`${prefix}*`, `is sent ${count} times; use at most ${maxTags} tags`);
  }
  return { ...tags, environment };
};
