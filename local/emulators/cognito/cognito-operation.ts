import * as z from "zod";
import type { Operation } from "../operation";
import { invalidParameter } from "./cognito-errors";

/** An operation whose input is checked first; throws `InvalidParameterException` naming what is wrong. */
export const cognitoOperation =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (input: z.output<Schema>) => object | Promise<object>,
  ): Operation =>
  (input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw invalidParameter(z.prettifyError(parsed.error));
    return run(parsed.data);
  };

/** Fields that many operations take, bounded as Cognito bounds them. */
export const clientId = z.string().max(128);
export const username = z.string().min(1).max(128);
export const userPoolId = z.string().max(55);
export const accessToken = z.string().min(1).max(8_192);
export const code = z.string().min(1).max(2_048);
/** A space at either end is refused; length is the policy's affair. */
export const password = z
  .string()
  .max(256)
  .regex(/^\S+(?:.*\S+)?$/, "must not begin or end with a space");
export const clientMetadata = z.record(z.string(), z.string()).optional();
export const attributes = z
  .array(z.object({ Name: z.string().min(1).max(32), Value: z.string().max(2_048).default("") }))
  .max(50)
  .default([]);
