/** Where a top-level field lies in the text: its name at `[nameFrom, nameTo)`, its value at `[from, to)`. */
type Span = {
  readonly key: string;
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly from: number;
  readonly to: number;
};

const quote = '"';

/** The index after the string that opens at `open`. */
const endOfString = (json: string, open: number): number => {
  let at = json.indexOf(quote, open + 1);
  for (;;) {
    let slashes = 0;
    while (json[at - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return at + 1;
    at = json.indexOf(quote, at + 1);
  }
};

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const skipSpace = (json: string, from: number): number => {
  let at = from;
  while (isSpace(json.charCodeAt(at))) at += 1;
  return at;
};

/** The index after the value that begins at `from`, nested objects and arrays included. */
const endOfValue = (json: string, from: number): number => {
  let depth = 0;
  let at = from;
  while (at < json.length) {
    const character = json[at];
    if (character === quote) {
      at = endOfString(json, at);
      if (depth === 0) return at;
      continue;
    }
    if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (character === "," || isSpace(json.charCodeAt(at)))) return at;
    at += 1;
  }
  return at;
};

const topLevelSpans = (json: string): { readonly spans: Span[]; readonly end: number } => {
  const spans: Span[] = [];
  let at = skipSpace(json, json.indexOf("{") + 1);
  while (json[at] === quote) {
    const keyEnd = endOfString(json, at);
    const key = JSON.parse(json.slice(at, keyEnd)) as string;
    const from = skipSpace(json, skipSpace(json, keyEnd) + 1);
    const to = endOfValue(json, from);
    spans.push({ key, nameFrom: at, nameTo: keyEnd, from, to });
    at = skipSpace(json, to);
    if (json[at] === ",") at = skipSpace(json, at + 1);
  }
  return { spans, end: at };
};

const none: ReadonlySet<string> = new Set();

const withoutFields = (json: string, removed: ReadonlySet<string>): string => {
  const { spans, end } = topLevelSpans(json);
  const kept = spans.filter(({ key }) => !removed.has(key));
  if (kept.length === spans.length) return json;
  const [first] = spans;
  const open = json.slice(0, first?.nameFrom);
  return `${open}${kept.map(({ nameFrom, to }) => json.slice(nameFrom, to)).join(",")}${json.slice(end)}`;
};

/**
 * Sets, renames and removes top-level fields of a JSON object and leaves every other byte as it was:
 * numbers beyond double precision, key order and spacing reach the provider as the caller wrote them.
 * A key that stands twice is changed twice, so that no reader sees the old one.
 *
 * @param json - text that `JSON.parse` accepted as an object.
 * @param fields - JSON texts by key; a key that the object lacks is added at its end.
 * @param names - new names by old ones; an old one that the object lacks is left out.
 * @param removed - keys that go, whatever else is said of them.
 */
export const setJsonFields = (
  json: string,
  fields: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>> = {},
  removed: ReadonlySet<string> = none,
): string => {
  if (removed.size > 0) return setJsonFields(withoutFields(json, removed), fields, names);
  const { spans, end } = topLevelSpans(json);
  let result = "";
  let copied = 0;
  const put = (from: number, to: number, text: string) => {
    result += json.slice(copied, from) + text;
    copied = to;
  };
  const missing = new Map(Object.entries(fields));
  for (const { key, nameFrom, nameTo, from, to } of spans) {
    const name = Object.hasOwn(names, key) ? names[key] : undefined;
    if (name !== undefined) put(nameFrom, nameTo, JSON.stringify(name));
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (value !== undefined) put(from, to, value);
    missing.delete(key);
  }
  if (missing.size === 0) return result + json.slice(copied);
  const added = [...missing].map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",");
  const comma = spans.length > 0 ? "," : "";
  return result + json.slice(copied, end).trimEnd() + comma + added + json.slice(end);
};
