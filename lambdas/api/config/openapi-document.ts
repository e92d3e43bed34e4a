import * as z from "zod";
import { errorBodySchema } from "../../../core/contract/error-body";
import type { Operation } from "../../../core/contract/operation";
import { operations } from "../../../core/contract/operations";

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
};

const parametersOf = ({ params, query }: Operation): readonly Json[] => {
  const listed = (place: "path" | "query", schema: z.ZodObject) => {
    const { properties = {}, required = [] } = z.toJSONSchema(schema, {
      io: "input",
      unrepresentable: "any",
    });
    return Object.entries(properties).map(([name, field]) => ({
      name,
      in: place,
      required: place === "path" || required.includes(name),
      schema: field,
    }));
  };
  return [...listed("path", params), ...listed("query", query)];
};

const content = (type: string, schema: Json) => ({ content: { [type]: { schema } } });

const bodyOf = ({ body }: Operation): Json => {
  if (body instanceof z.ZodUndefined) return {};
  const type = body instanceof z.ZodString ? "text/plain" : "application/json";
  return { requestBody: { required: true, ...content(type, schemaOf(body, "input")) } };
};

const describe = (operation: Operation): Json => {
  const { id, summary, least, status, answer } = operation;
  const hasAnswer = !(answer instanceof z.ZodUndefined);
  const error = { $ref: "#/components/schemas/Error" };
  return {
    operationId: id,
    summary,
    tags: [id.split(".")[0]],
    "x-least-role": least,
    security: least === "public" ? [] : [{ accessToken: [] }],
    parameters: parametersOf(operation),
    ...bodyOf(operation),
    responses: {
      [status]: {
        description: "done",
        ...(hasAnswer && content("application/json", schemaOf(answer, "output"))),
      },
      default: { description: "refused", ...content("application/json", error) },
    },
  };
};

const write = (): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const method = operation.method.toLowerCase();
    paths[operation.path] = { ...paths[operation.path], [method]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "SmashCost dashboard API", version: "1" },
    paths,
    components: {
      schemas: { Error: schemaOf(errorBodySchema, "output") },
      securitySchemes: {
        accessToken: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "the access token of a Cognito sign-in",
        },
      },
    },
  };
};

let written: Json | undefined;

/** The contract as an OpenAPI 3.1 document; nothing of it is written by hand. */
export const openApiDocument = (): Json => {
  written ??= write();
  return written;
};
