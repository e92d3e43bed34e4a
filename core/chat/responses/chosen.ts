import * as z from "zod";

/**
 * Checks a value by the schema that a look at it chooses, so that an error names the inner field at
 * fault: a plain union would only say that none of its sides fits.
 */
export const chosen = <T>(choose: (value: unknown) => z.ZodType<T>) =>
  z.unknown().transform((value, context): T => {
    const parsed = choose(value).safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
    return z.NEVER;
  });

/** A plain text, or what the schema says. */
export const textOr = <T>(schema: z.ZodType<T>) =>
  chosen<string | T>((value) => (typeof value === "string" ? z.string() : schema));

/** The `type` of an object; undefined where there is none. */
export const typeIn = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
