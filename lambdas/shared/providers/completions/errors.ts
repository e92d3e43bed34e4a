import * as z from "zod";
import { parseJson } from "../../parse-json";
import type { ProviderFailure } from "../adapter";

const word = z.union([z.string(), z.number()]).nullish().catch(undefined);

/** Validation errors as FastAPI's servers list them; what was given is left out, as it may be a prompt. */
const complaints = z.array(
  z.object({ msg: z.string(), loc: z.array(z.union([z.string(), z.number()])).catch([]) }),
);
const detailed = z.object({ detail: z.union([z.string(), complaints]) });

const wordsSchema = z.object({
  code: word,
  type: word,
  message: z.union([z.string(), detailed]).nullish().catch(undefined),
});

/** An `error` that is words alone (xAI), or an object (OpenAI and most); or the same without it. */
const failureSchema = z.union([
  z.object({ error: z.string(), code: word }),
  z.object({ error: wordsSchema }),
  detailed,
  wordsSchema.refine(({ message, code, type }) => message != null && (code ?? type) != null),
]);

/**
 * Codes that say the account is out of credit; asking again is no use until somebody pays.
 * @see https://platform.openai.com/docs/guides/error-codes,
 * https://github.com/OpenRouterTeam/typescript-sdk (PaymentRequiredResponseError) (both read
 * 2026-11-24)
 */
const spentCreditCodes: ReadonlySet<unknown> = new Set([
  "insufficient_quota",
  "billing_hard_limit_reached",
  "billing_not_active",
  402,
]);

/** A code is kept on the record, and a provider may write what it likes. */
const longestCode = 100;
const longestMessage = 2_000;

const detailText = ({ detail }: z.infer<typeof detailed>): string =>
  typeof detail === "string"
    ? detail
    : detail.map(({ loc, msg }) => (loc.length > 0 ? `${loc.join(".")}: ${msg}` : msg)).join("; ");

const toWords = (failure: z.infer<typeof failureSchema>): z.infer<typeof wordsSchema> => {
  if ("detail" in failure) return { code: null, type: null, message: failure };
  if (!("error" in failure)) return failure;
  const { error } = failure;
  if (typeof error !== "string") return error;
  return { code: "code" in failure ? failure.code : null, type: null, message: error };
};

/** Reads an error already parsed; undefined where there is none. */
export const toFailure = (value: unknown): ProviderFailure | undefined => {
  // Google's servers put it into a list.
  const parsed = failureSchema.safeParse(Array.isArray(value) ? value[0] : value);
  if (!parsed.success) return undefined;
  const { code, type, message } = toWords(parsed.data);
  const name = code ?? type;
  const text = typeof message === "string" ? message : message && detailText(message);
  return {
    code: name == null ? null : String(name).slice(0, longestCode),
    ...(text && { message: text.slice(0, longestMessage) }),
    spentCredit: spentCreditCodes.has(code) || spentCreditCodes.has(type),
  };
};

export const readFailure = (body: string): ProviderFailure =>
  toFailure(parseJson(body)) ?? { code: null, spentCredit: false };
