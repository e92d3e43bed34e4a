import type * as z from "zod";

/** The first thing that is wrong with a body. */
export type Fault = {
  /** Steps to the field. */
  readonly path: readonly PropertyKey[];
  readonly kind: "missing" | "unknown" | "wrong";
  readonly message: string;
};

const faultOf = (issue: z.core.$ZodIssue | undefined): Fault => {
  const path = issue?.path ?? [];
  const message = issue?.message ?? "";
  if (issue?.code === "unrecognized_keys") {
    return { path: [...path, ...issue.keys.slice(0, 1)], kind: "unknown", message };
  }
  return { path, kind: message.endsWith("received undefined") ? "missing" : "wrong", message };
};

/**
 * Reads a body by its schema.
 *
 * @param refuse - makes the error; asked with no fault where the body is no JSON at all.
 */
export const readJson = <T>(
  body: string,
  schema: z.ZodType<T>,
  refuse: (fault: Fault | undefined) => Error,
): T => {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw refuse(undefined);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw refuse(faultOf(parsed.error.issues[0]));
};

/** A path as JavaScript writes it, as OpenAI names fields: `messages[0].role`. */
export const dotted = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
