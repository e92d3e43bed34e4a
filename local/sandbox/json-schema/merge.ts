import { invalidSchema, type Schema, type SchemaObject, type TypeName } from "./schema";

const typesOf = ({ type }: SchemaObject): TypeName[] | undefined =>
  type === undefined || Array.isArray(type) ? type : [type];

/** Every integer is a number, so where one side says `number` the narrower one stays. */
const commonTypes = (one: SchemaObject, other: SchemaObject): TypeName[] | undefined => {
  const [a, b] = [typesOf(one), typesOf(other)];
  if (!a || !b) return a ?? b;
  const within = (type: TypeName, types: TypeName[]) =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  return [...new Set([...a.filter((t) => within(t, b)), ...b.filter((t) => within(t, a))])];
};

type NumberKeyword = {
  [K in keyof SchemaObject]-?: SchemaObject[K] extends number | undefined ? K : never;
}[keyof SchemaObject];

const tighter = (
  keyword: NumberKeyword,
  pick: (...values: number[]) => number,
  one: SchemaObject,
  other: SchemaObject,
) => {
  const values = [one[keyword], other[keyword]].filter((value) => value !== undefined);
  return values.length > 0 ? { [keyword]: pick(...values) } : {};
};

const mergeProperties = (one: SchemaObject, other: SchemaObject) => {
  const merged: Record<string, Schema> = { ...one.properties };
  for (const [name, schema] of Object.entries(other.properties ?? {})) {
    merged[name] = name in merged ? mergeSchemas(merged[name] ?? true, schema) : schema;
  }
  return Object.keys(merged).length > 0 ? { properties: merged } : {};
};

const commonValues = (one: SchemaObject, other: SchemaObject) => {
  if (!one.enum || !other.enum) return one.enum ?? other.enum;
  const others = new Set(other.enum.map((value) => JSON.stringify(value)));
  return one.enum.filter((value) => others.has(JSON.stringify(value)));
};

/** What refers or offers alternatives can't be merged into one, so the second waits in `allOf`. */
const composed = (one: SchemaObject, other: SchemaObject) => {
  const clashes = (["$ref", "anyOf", "oneOf"] as const).filter(
    (keyword) => one[keyword] !== undefined && other[keyword] !== undefined,
  );
  const waiting = clashes.map((keyword): SchemaObject => ({ [keyword]: other[keyword] }));
  const allOf = [...(one.allOf ?? []), ...(other.allOf ?? []), ...waiting];
  return {
    ...Object.fromEntries(clashes.map((keyword) => [keyword, one[keyword]])),
    ...(allOf.length > 0 && { allOf }),
  };
};

/** Without keywords that are there but undefined, which would hide the other side's. */
const stated = (schema: SchemaObject): SchemaObject =>
  Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));

/**
 * One schema that holds where both hold.
 *
 * @throws SandboxError with status 400 where nothing can satisfy both.
 */
export const mergeSchemas = (one: Schema, other: Schema): Schema => {
  if (one === true || other === false) return other;
  if (one === false || other === true) return one;
  const type = commonTypes(one, other);
  const values = commonValues(one, other);
  if (type?.length === 0 || values?.length === 0) throw invalidSchema("allOf contradicts itself.");
  return {
    ...stated(one),
    ...stated(other),
    ...composed(one, other),
    ...(type && { type }),
    ...(values && { enum: values }),
    ...mergeProperties(one, other),
    required: [...new Set([...(one.required ?? []), ...(other.required ?? [])])],
    ...(one.items !== undefined && other.items !== undefined
      ? { items: mergeSchemas(one.items, other.items) }
      : {}),
    ...tighter("minimum", Math.max, one, other),
    ...tighter("exclusiveMinimum", Math.max, one, other),
    ...tighter("maximum", Math.min, one, other),
    ...tighter("exclusiveMaximum", Math.min, one, other),
    ...tighter("minLength", Math.max, one, other),
    ...tighter("maxLength", Math.min, one, other),
    ...tighter("minItems", Math.max, one, other),
    ...tighter("maxItems", Math.min, one, other),
    ...tighter("minProperties", Math.max, one, other),
  };
};
