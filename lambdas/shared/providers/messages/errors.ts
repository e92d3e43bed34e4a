import * as z from "zod";
import { parseJson } from "../../parse-json";
import type { ProviderFailure } from "../adapter";

const text = z.string().nullish().catch(undefined);

const failureSchema = z.object({
  error: z.object({
    type: text,
    message: text,
    details: z.object({ error_code: text }).nullish().catch(undefined),
  }),
});

/**
 * Anthropic says that an account is out of credit with status 400 and in words alone, or as a
 * billing error.
 * @see https://platform.claude.com/docs/en/api/errors (read 2026-11-24)
 */
const isSpent = (type: string, message: string): boolean =>
  type === "billing_error" || /credit balance is too low/i.test(message);

/** A code is kept on the record, and a provider may write what it likes. */
const longestCode = 100;

/** Reads an error object already parsed; undefined where there is none. */
export const toFailure = (value: unknown): ProviderFailure | undefined => {
  const parsed = failureSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { type, message, details } = parsed.data.error;
  const code = details?.error_code ?? type;
  return {
    code: code?.slice(0, longestCode) ?? null,
    ...(message != null && { message }),
    spentCredit: isSpent(type ?? "", message ?? ""),
  };
};

export const readFailure = (body: string): ProviderFailure =>
  toFailure(parseJson(body)) ?? { code: null, spentCredit: false };
