import * as z from "zod";
import { parseJson } from "../../parse-json";
import type { ProviderFailure } from "../adapter";

const failureSchema = z.object({
  error: z.union([
    z.string(),
    z.object({ code: z.union([z.string(), z.number()]).nullish(), type: z.string().nullish() }),
  ]),
});

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

/** Reads an error object already parsed; undefined where there is none. */
export const toFailure = (value: unknown): ProviderFailure | undefined => {
  const parsed = failureSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { error } = parsed.data;
  if (typeof error === "string") return { code: null, spentCredit: false };
  const code = error.code == null ? null : String(error.code).slice(0, longestCode);
  const spentCredit = [code, error.type].some((name) => name != null && spentCreditCodes.has(name));
  return { code: code ?? error.type?.slice(0, longestCode) ?? null, spentCredit };
};

export const readFailure = (body: string): ProviderFailure =>
  toFailure(parseJson(body)) ?? { code: null, spentCredit: false };
