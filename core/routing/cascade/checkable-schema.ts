import type { JsonSchema } from "../../chat/answer-format";

/** Larger ones are rare, and each answer would be held against all of them. */
const mostNodes = 4_000;
const deepest = 60;

/** The value at a JSON pointer such as `/$defs/address`; undefined where there is none. */
const valueAt = (schema: JsonSchema, pointer: string): unknown => {
  let value: unknown = schema;
  for (const step of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    value = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value;
};

const resolves = (schema: JsonSchema, ref: string): boolean => {
  if (ref === "#") return true;
  if (!ref.startsWith("#/") || ref.includes("%")) return false;
  const target = valueAt(schema, ref.slice(1));
  return typeof target === "boolean" || (typeof target === "object" && target !== null);
};

/** Keywords by which a schema gives itself or its parts names that references are resolved by. */
const renaming: readonly string[] = ["$id", "id", "$anchor", "$dynamicRef", "$recursiveRef"];

/**
 * Whether answers can be held against a caller's schema at all: it is of reasonable size, and each
 * of its references leads to a part of itself. Nothing is ever fetched.
 */
export const isCheckableSchema = (schema: JsonSchema): boolean => {
  let nodes = 0;
  const checkable = (value: unknown, depth: number): boolean => {
    if (typeof value !== "object" || value === null) return true;
    nodes += 1;
    if (nodes > mostNodes || depth > deepest) return false;
    return Object.entries(value).every(([name, part]) => {
      if (typeof part === "string") {
        if (name === "$ref") return resolves(schema, part);
        if (renaming.includes(name)) return false;
      }
      return checkable(part, depth + 1);
    });
  };
  return checkable(schema, 0);
};
