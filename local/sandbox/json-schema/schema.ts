import * as z from "zod";
import { SandboxError } from "../sandbox-error";

const typeNames = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;
export type TypeName = (typeof typeNames)[number];

const count = z.int().nonnegative().optional();
const bound = z.number().optional();

/** The keywords of JSON Schema (2020-12, and draft 7's `definitions`) that generation heeds. */
export type SchemaObject = {
  type?: TypeName | TypeName[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  $ref?: string | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: Schema | undefined;
  minProperties?: number | undefined;
  items?: Schema | undefined;
  prefixItems?: Schema[] | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  uniqueItems?: boolean | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  exclusiveMinimum?: number | undefined;
  exclusiveMaximum?: number | undefined;
  multipleOf?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  pattern?: string | undefined;
  format?: string | undefined;
};

export type Schema = boolean | SchemaObject;

const schema: z.ZodType<Schema> = z.lazy(() => z.union([z.boolean(), schemaObject]));
const schemas = z.array(schema).min(1).optional();

const schemaObject = z.object({
  type: z.union([z.enum(typeNames), z.array(z.enum(typeNames)).min(1)]).optional(),
  enum: z.array(z.unknown()).min(1).optional(),
  const: z.unknown().optional(),
  $ref: z.string().optional(),
  anyOf: schemas,
  oneOf: schemas,
  allOf: schemas,
  properties: z.record(z.string(), schema).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: schema.optional(),
  minProperties: count,
  items: schema.optional(),
  prefixItems: schemas,
  minItems: count,
  maxItems: count,
  uniqueItems: z.boolean().optional(),
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  multipleOf: z.number().positive().optional(),
  minLength: count,
  maxLength: count,
  pattern: z.string().optional(),
  format: z.string().optional(),
});

/** An error about the caller's schema, as the 400 that it becomes. */
export const invalidSchema = (what: string): SandboxError =>
  new SandboxError(400, `Invalid schema: ${what}`, "invalid_json_schema");

/** The longest path among the issues: a union's own issue says only that nothing matched. */
const deepestPath = (issues: readonly z.core.$ZodIssue[]): readonly PropertyKey[] =>
  issues
    .map((issue) => [
      ...issue.path,
      ...(issue.code === "invalid_union" ? deepestPath(issue.errors.flat()) : []),
    ])
    .reduce((longest, path) => (path.length > longest.length ? path : longest), []);

/** @throws SandboxError with status 400 where it is no JSON Schema. */
export const parseSchema = (value: unknown): Schema => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = deepestPath(parsed.error.issues).join("/");
  throw invalidSchema(`${path || "the root"} is not valid JSON Schema.`);
};
