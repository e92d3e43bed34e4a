import type { Dice } from "../seeded";
import { deep, flatten, type Making, tooDeep } from "./flatten";
import { generateNumber } from "./generate-number";
import { generateString } from "./generate-string";
import { createResolver } from "./resolver";
import {
  invalidSchema,
  parseSchema,
  type Schema,
  type SchemaObject,
  type TypeName,
} from "./schema";

const isOneOf = (types: readonly TypeName[], value: unknown) =>
  types.some((type) => {
    if (type === "null") return value === null;
    if (type === "array") return Array.isArray(value);
    if (type === "integer") return Number.isInteger(value);
    if (type === "object")
      return typeof value === "object" && value !== null && !Array.isArray(value);
    return typeof value === type;
  });

const typesOf = (schema: SchemaObject): readonly [TypeName, ...TypeName[]] => {
  const { type } = schema;
  if (Array.isArray(type)) return [type[0] ?? "null", ...type.slice(1)];
  if (type !== undefined) return [type];
  const isObject = schema.properties !== undefined || schema.minProperties !== undefined;
  if (isObject || (schema.required ?? []).length > 0) return ["object"];
  if (schema.items !== undefined || schema.prefixItems) return ["array"];
  const numeric = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
  return numeric.some((keyword) => keyword in schema) ? ["number"] : ["string"];
};

const generateObject = (schema: SchemaObject, making: Making): Record<string, unknown> => {
  const { dice, depth } = making;
  const properties = schema.properties ?? {};
  const required = new Set(schema.required);
  const made: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    const optional = property !== false && depth < deep && dice.roll() < 0.6;
    if (required.has(name) || optional) made[name] = generate(property, making);
  }
  const others = schema.additionalProperties ?? true;
  for (const name of required) if (!(name in made)) made[name] = generate(others, making);
  const rest = Object.keys(properties).filter((name) => !(name in made));
  for (let extra = 1; Object.keys(made).length < (schema.minProperties ?? 0); extra++) {
    const name = rest.shift() ?? `extra${extra}`;
    made[name] = generate(properties[name] ?? others, making);
  }
  return made;
};

const generateArray = (schema: SchemaObject, making: Making): unknown[] => {
  const { dice, depth } = making;
  const least = schema.minItems ?? 0;
  const first = schema.prefixItems ?? [];
  const open = first.length > 0 && schema.items === undefined ? first.length : least + 3;
  const most = Math.min(schema.maxItems ?? Infinity, Math.max(open, least, first.length));
  const wanted =
    depth >= deep
      ? Math.max(least, Math.min(first.length, most))
      : dice.between(Math.min(Math.max(least, 1), most), most);
  const made: unknown[] = [];
  const seen = new Set<string>();
  for (let attempt = 0; made.length < wanted && attempt < wanted * 20; attempt++) {
    const item = first[made.length] ?? schema.items ?? true;
    if (item === false) break;
    const value = generate(item, making);
    const text = JSON.stringify(value);
    if (schema.uniqueItems && seen.has(text)) continue;
    seen.add(text);
    made.push(value);
  }
  if (made.length < least) throw invalidSchema(`an array can't have ${least} items.`);
  return made;
};

const generateType = (type: TypeName, schema: SchemaObject, making: Making): unknown => {
  switch (type) {
    case "null":
      return null;
    case "boolean":
      return making.dice.roll() < 0.5;
    case "integer":
      return generateNumber(schema, true, making.dice);
    case "number":
      return generateNumber(schema, false, making.dice);
    case "string":
      return generateString(schema, making.dice);
    case "array":
      return generateArray(schema, making);
    case "object":
      return generateObject(schema, making);
  }
};

const generate = (schema: Schema, above: Making): unknown => {
  const making = { ...above, depth: above.depth + 1 };
  if (making.depth > tooDeep) throw invalidSchema("it recurses without an end.");
  const flat = flatten(schema, making);
  if ("const" in flat && flat.const !== undefined) return flat.const;
  const types = typesOf(flat);
  if (flat.enum) {
    const [first, ...others] = flat.type ? flat.enum.filter((v) => isOneOf(types, v)) : flat.enum;
    if (first === undefined) throw invalidSchema("no value of 'enum' has the type.");
    return making.dice.pick([first, ...others]);
  }
  const [simplest] = types.filter((type) => type !== "array" && type !== "object");
  const type = making.depth >= deep && simplest ? simplest : making.dice.pick(types);
  return generateType(type, flat, making);
};

/**
 * A value that satisfies a JSON Schema: what a model under structured outputs would answer.
 *
 * @param root - the schema as it came; refs are resolved within it.
 * @throws SandboxError with status 400 where the schema is none, or nothing is found to fit it.
 */
export const generateJson = (root: unknown, dice: Dice): unknown =>
  generate(parseSchema(root), { resolve: createResolver(root), dice, depth: -1 });
