import * as z from "zod";
import { parseJson } from "../../parse-json";
import type { ProviderFailure } from "../adapter";

const text = z.string().nullish().catch(undefined);

const detailSchema = z.object({
  code: z.union([z.string(), z.number()]).nullish().catch(undefined),
  type: text,
  message: text,
});

/** An answer's `error`, or a stream's: xAI's is a text, beside its code. */
const failureSchema = z.object({ error: z.union([z.string(), detailSchema]), code: text });

/**
 * Codes that say the account is out of credit; asking again is no use until somebody pays.
 * @see https://platform.openai.com/docs/guides/error-codes (read 2026-11-24)
 */
const spentCreditCodes = new Set([
  "insufficient_quota",
  "billing_hard_limit_reached",
  "billing_not_active",
]);

/** A code is kept on the record, and a provider may write what it likes. */
const longestCode = 100;

const failureOf = ({ code, type, message }: z.infer<typeof detailSchema>): ProviderFailure => {
  const written = code == null ? undefined : String(code).slice(0, longestCode);
  const spentCredit = [written, type].some((name) => name != null && spentCreditCodes.has(name));
  return {
    code: written ?? type?.slice(0, longestCode) ?? null,
    ...(message != null && message !== "" && { message }),
    spentCredit,
  };
};

/** Reads an object that holds an `error`; undefined where there is none. */
export const toFailure = (value: unknown): ProviderFailure | undefined => {
  const parsed = failureSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { error, code } = parsed.data;
  return failureOf(typeof error === "string" ? { code, message: error } : error);
};

/** A stream's event of the type `error`, which holds its fields itself or under `error`. */
export const toStreamFailure = (event: unknown): ProviderFailure => {
  const nested = toFailure(event);
  if (nested) return nested;
  // Its own type is `error`, which says nothing.
  const bare = detailSchema.omit({ type: true }).safeParse(event);
  return bare.success ? failureOf(bare.data) : { code: null, spentCredit: false };
};

export const readFailure = (body: string): ProviderFailure =>
  toFailure(parseJson(body)) ?? { code: null, spentCredit: false };
