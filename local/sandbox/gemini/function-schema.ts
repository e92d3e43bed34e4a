import * as z from "zod";

const typeName = z.enum(
  ["string", "number", "integer", "boolean", "array", "object", "null"].flatMap((name) => [
    name,
    name.toUpperCase(),
  ]),
);

/**
 * Google's own kind of schema, a part of OpenAPI's: what else JSON Schema knows is refused.
 * @see https://ai.google.dev/api/caching#Schema
 */
const openApiSchema = z.strictObject({
  type: typeName.optional(),
  format: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  nullable: z.boolean().optional(),
  enum: z.array(z.string()).optional(),
  maxItems: z.union([z.int(), z.string()]).optional(),
  minItems: z.union([z.int(), z.string()]).optional(),
  minProperties: z.union([z.int(), z.string()]).optional(),
  maxProperties: z.union([z.int(), z.string()]).optional(),
  minLength: z.union([z.int(), z.string()]).optional(),
  maxLength: z.union([z.int(), z.string()]).optional(),
  pattern: z.string().optional(),
  example: z.unknown().optional(),
  default: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  propertyOrdering: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  get properties() {
    return z.record(z.string(), openApiSchema).optional();
  },
  get items() {
    return openApiSchema.optional();
  },
  get anyOf() {
    return z.array(openApiSchema).optional();
  },
});

/** A schema in Google's own kind, or none. */
export const openApi = openApiSchema.optional();

const functionDeclaration = z.strictObject({
  name: z.string().regex(/^[a-zA-Z_][\w.:-]{0,127}$/),
  description: z.string().optional(),
  parameters: openApi,
  parametersJsonSchema: z.record(z.string(), z.unknown()).optional(),
  response: openApi,
  responseJsonSchema: z.unknown().optional(),
  behavior: z.string().optional(),
});

const anything = z.looseObject({}).optional();

/** Functions of the caller's, or tools that Google runs itself: those are taken, and never called. */
export const toolSchema = z.strictObject({
  functionDeclarations: z.array(functionDeclaration).optional(),
  googleSearch: anything,
  codeExecution: anything,
  urlContext: anything,
});

const lower = (type: string) => type.toLowerCase();

/** A schema in Google's own kind as JSON Schema: types in lower case, `nullable` as a type. */
export const toJsonSchema = (
  schema: z.infer<typeof openApiSchema>,
): Readonly<Record<string, unknown>> => {
  const { type, nullable, properties, items, anyOf, propertyOrdering, example, ...rest } = schema;
  return {
    ...rest,
    ...(type && { type: nullable ? [lower(type), "null"] : lower(type) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, toJsonSchema(property)]),
      ),
    }),
    ...(items && { items: toJsonSchema(items) }),
    ...(anyOf && { anyOf: anyOf.map(toJsonSchema) }),
  };
};
