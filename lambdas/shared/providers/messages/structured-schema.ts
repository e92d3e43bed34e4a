type Schema = Readonly<Record<string, unknown>>;

/** What says nothing of the values. */
const remarks = ["title", "description", "default", "examples", "$schema", "$defs", "definitions"];

const keywords: ReadonlySet<string> = new Set([
  ...remarks,
  "type",
  "enum",
  "const",
  "anyOf",
  "allOf",
  "$ref",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "minItems",
  "format",
]);

const formats: ReadonlySet<unknown> = new Set([
  "date-time",
  "time",
  "date",
  "duration",
  "email",
  "hostname",
  "uri",
  "ipv4",
  "ipv6",
  "uuid",
]);

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): boolean => value === null || typeof value !== "object";

const holds = (value: unknown, type: string): boolean =>
  value === type || (Array.isArray(value) && value.includes(type));

const isClosed = ({ type, properties, additionalProperties }: Schema): boolean =>
  (!holds(type, "object") && properties === undefined) || additionalProperties === false;

const hasPlainLimits = ({ enum: values, const: one, format, minItems }: Schema): boolean =>
  (values === undefined || (Array.isArray(values) && values.every(isPlain))) &&
  (one === undefined || isPlain(one)) &&
  (format === undefined || formats.has(format)) &&
  (minItems === undefined || minItems === 0 || minItems === 1);

/** The schemas that a schema is made of, where they are schemas at all. */
const partsOf = ({ properties, items, anyOf, allOf }: Schema): readonly unknown[] => [
  ...(isSchema(properties) ? Object.values(properties) : []),
  ...(items === undefined ? [] : [items]),
  ...(Array.isArray(anyOf) ? (anyOf as unknown[]) : []),
  ...(Array.isArray(allOf) ? (allOf as unknown[]) : []),
];

const named = (root: Schema, reference: unknown): unknown => {
  const [, place, name] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec(String(reference)) ?? [];
  const shelf = place === undefined ? undefined : root[place];
  return isSchema(shelf) && name !== undefined ? shelf[name] : undefined;
};

/**
 * Whether structured outputs take a schema as it is: closed objects, no recursion, and no limits on
 * numbers, lengths or patterns. Anthropic's SDK turns what goes beyond into words of the description,
 * by which the answer would no longer be held to it.
 * @see https://platform.claude.com/docs/en/build-with-claude/structured-outputs (read 2026-11-24, by
 * `lib/transform-json-schema` of the `@anthropic-ai/sdk` package 1.12)
 */
export const isStructured = (root: Schema): boolean => {
  const fits = (schema: unknown, within: readonly unknown[]): boolean => {
    if (!isSchema(schema) || within.includes(schema)) return false;
    if (!Object.keys(schema).every((keyword) => keywords.has(keyword))) return false;
    const inside = [...within, schema];
    if (schema.$ref !== undefined) return fits(named(root, schema.$ref), inside);
    return (
      isClosed(schema) &&
      hasPlainLimits(schema) &&
      partsOf(schema).every((part) => fits(part, inside))
    );
  };
  return fits(root, []);
};
