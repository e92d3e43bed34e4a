import * as z from "zod";
import { EmulatorError } from "../emulator-error";

const literal = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const comparison = z.enum(["=", "<", "<=", ">", ">="]);
const prefix = z.strictObject({ prefix: z.string() });

const matcherSchema = z.union([
  literal,
  prefix,
  z.strictObject({ suffix: z.string() }),
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({ "anything-but": z.union([literal, z.array(literal), prefix]) }),
  z.strictObject({
    numeric: z.union([
      z.tuple([comparison, z.number()]),
      z.tuple([comparison, z.number(), comparison, z.number()]),
    ]),
  }),
]);

export type Matcher = z.output<typeof matcherSchema>;

/** Every named field must match; a field matches by any one of its matchers. */
export type EventPattern = { readonly [field: string]: readonly Matcher[] | EventPattern };

const patternSchema: z.ZodType<EventPattern> = z.lazy(() =>
  z.record(
    z.string().refine((field) => !field.startsWith("$"), { error: "is no field's name" }),
    z.union([z.array(matcherSchema).min(1), patternSchema]),
  ),
);

/**
 * Reads a rule's pattern; throws `InvalidEventPatternException` also for matchers that EventBridge
 * has and this emulator lacks.
 */
export const parseEventPattern = (text: string): EventPattern => {
  let parsed: z.ZodSafeParseResult<EventPattern> | undefined;
  try {
    parsed = patternSchema.safeParse(JSON.parse(text));
  } catch {
    // Not JSON: told below.
  }
  if (parsed?.success) return parsed.data;
  throw new EmulatorError(
    "InvalidEventPatternException",
    `Event pattern is not valid. Reason: ${parsed ? z.prettifyError(parsed.error) : "not JSON"}; ` +
      "known here are exact values, prefix, suffix, exists, anything-but and numeric",
  );
};
