import type * as z from "zod";
import { RequestError } from "../errors";

/** `messages[0].content`: a path as OpenAI's errors write it. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? String(step) : `${text}.${String(step)}`;
  }, "");

const parseJson = (text: string, fields: string): unknown => {
  if (text.trim() === "") {
    throw new RequestError(
      400,
      "empty_body",
      `the request has no body; send a JSON object with ${fields}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the body, which may hold a prompt.
    throw new RequestError(
      400,
      "invalid_json",
      `the request body is not valid JSON; send a JSON object with ${fields}`,
    );
  }
};

/**
 * Reads a request's body by the schema of its dialect.
 *
 * @param fields - what such a body has at least, for the error: `model and messages`.
 * @throws RequestError 400 with the field at fault and what it should be, never its content.
 */
export const parseBody = <T>(text: string, schema: z.ZodType<T>, fields: string): T => {
  const parsed = schema.safeParse(parseJson(text, fields));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const param = pathText(issue?.path ?? []);
  const field = param === "" ? "the request body" : `'${param}'`;
  throw new RequestError(
    400,
    "invalid_value",
    `invalid value for ${field}: ${(issue?.message ?? "not as documented").toLowerCase()}`,
    param === "" ? {} : { param },
  );
};
