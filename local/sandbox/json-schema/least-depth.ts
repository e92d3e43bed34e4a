import type { Resolver } from "./resolver";
import type { Schema } from "./schema";

/**
 * How many levels the shallowest value of a schema has; Infinity where it can't end. A shallowest
 * value never passes the same schema twice on one path, so meeting one again rules a path out.
 */
export const leastDepth = (
  schema: Schema,
  resolve: Resolver,
  path: ReadonlySet<Schema> = new Set(),
): number => {
  if (typeof schema === "boolean") return schema ? 0 : Infinity;
  if (path.has(schema)) return Infinity;
  const below = new Set([...path, schema]);
  const depth = (part: Schema) => leastDepth(part, resolve, below);
  const required = (schema.required ?? []).map((name) => schema.properties?.[name] ?? true);
  const items = schema.items !== undefined && (schema.minItems ?? 0) > 0 ? [schema.items] : [];
  const choices = schema.anyOf ?? schema.oneOf;
  const parts = [...required, ...items, ...(schema.prefixItems ?? [])];
  return Math.max(
    0,
    ...parts.map((part) => 1 + depth(part)),
    ...(schema.allOf ?? []).map(depth),
    ...(schema.$ref !== undefined ? [depth(resolve(schema.$ref))] : []),
    ...(choices ? [Math.min(...choices.map(depth))] : []),
  );
};
