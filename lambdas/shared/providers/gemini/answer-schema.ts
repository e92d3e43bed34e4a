import type { JsonSchema } from "../../../../core/chat/answer-format";

/**
 * What Gemini holds an answer to, of all that a JSON schema can say.
 * @see https://ai.google.dev/api/generate-content#GenerationConfig, `responseJsonSchema` (read
 * 2026-11-24)
 */
const held = [
  "$id",
  "$defs",
  "$ref",
  "$anchor",
  "type",
  "format",
  "title",
  "description",
  "enum",
  "items",
  "prefixItems",
  "minItems",
  "maxItems",
  "minimum",
  "maximum",
  "anyOf",
  "oneOf",
  "properties",
  "additionalProperties",
  "required",
  "propertyOrdering",
];

/** What demands nothing of an answer. */
const remarks = [
  "$schema",
  "$comment",
  "default",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
];

/** Keywords under which schemas stand by names of their own. */
const named = ["properties", "$defs"];

/** Keywords whose values are no schemas, whatever is in them. */
const values = ["enum", "const", "default", "examples", "required"];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `const` as the `enum` of one, which takes texts and numbers. */
const isSayableConst = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "number";

const unheldAt = (key: string, value: unknown): readonly string[] => {
  if (key === "const") return isSayableConst(value) ? [] : [key];
  if (!held.includes(key) && !remarks.includes(key)) return [key];
  if (values.includes(key)) return [];
  if (named.includes(key) && isRecord(value)) return Object.values(value).flatMap(unheld);
  return Array.isArray(value) ? value.flatMap(unheld) : unheld(value);
};

const unheld = (schema: unknown): readonly string[] =>
  isRecord(schema) ? Object.entries(schema).flatMap(([key, value]) => unheldAt(key, value)) : [];

/** The keywords of a schema that Gemini would not hold its answer to, each once. */
export const unheldKeywords = (schema: JsonSchema): readonly string[] => [
  ...new Set(unheld(schema)),
];

const rewritten = (key: string, value: unknown): readonly [string, unknown] => {
  if (key === "const") return ["enum", [value]];
  if (values.includes(key)) return [key, value];
  if (named.includes(key) && isRecord(value)) {
    return [
      key,
      Object.fromEntries(Object.entries(value).map(([name, child]) => [name, toSchema(child)])),
    ];
  }
  return [key, Array.isArray(value) ? value.map(toSchema) : toSchema(value)];
};

const toSchema = (schema: unknown): unknown =>
  isRecord(schema)
    ? Object.fromEntries(Object.entries(schema).map(([key, value]) => rewritten(key, value)))
    : schema;

/** A schema as Gemini has it, with what it is for before its own description. */
export const toAnswerSchema = (schema: JsonSchema, purpose?: string): unknown => {
  const { description: words } = schema;
  const own = typeof words === "string" ? words : undefined;
  const description = [purpose, own].filter((text) => text !== undefined).join("\n\n");
  return toSchema({ ...schema, ...(description !== "" && { description }) });
};
