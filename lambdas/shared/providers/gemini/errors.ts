import * as z from "zod";
import { parseJson } from "../../parse-json";
import type { ProviderFailure } from "../adapter";

const text = z.string().nullish().catch(undefined);

const failureSchema = z.object({
  error: z.object({
    code: z.union([z.number(), z.string()]).nullish().catch(undefined),
    message: text,
    status: text,
    details: z
      .array(z.object({ reason: text, retryDelay: text }).catch({}))
      .nullish()
      .catch(undefined),
  }),
});

/**
 * Says that the account is out of credit, or that its owner's cap is reached: asking again is no use
 * until somebody acts. The status is RESOURCE_EXHAUSTED, as it is for a rate that is exceeded, and only
 * the words tell them apart.
 * @see https://ai.google.dev/gemini-api/docs/billing (read 2026-11-24), and
 * https://discuss.ai.google.dev/t/billing-sync-bug-prepay-balance-shows-r-0-429-resource-exhausted-despite-funded-prepaid-balance/170539
 */
const spentCreditWords = /prepayment credits are depleted|exceeded its (monthly )?spending cap/i;
const spentCreditReasons = ["BILLING_DISABLED"];

/** A code is kept on the record, and a provider may write what it likes. */
const longestCode = 100;

/** `34.4s`, as google.rpc.RetryInfo writes a duration. */
const toMs = (duration: string): number | undefined => {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(duration)?.[1];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1_000);
};

/**
 * Reads an error object already parsed; undefined where there is none. Without server-sent events it
 * stands in a list.
 * @see https://ai.google.dev/gemini-api/docs/troubleshooting and
 * https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto (read 2026-11-24)
 */
export const toFailure = (value: unknown): ProviderFailure | undefined => {
  const parsed = failureSchema.safeParse(Array.isArray(value) ? value[0] : value);
  if (!parsed.success) return undefined;
  const { code, message, status, details } = parsed.data.error;
  const reasons = (details ?? []).flatMap(({ reason }) => reason ?? []);
  const [retryAfterMs] = (details ?? []).flatMap(({ retryDelay }) => toMs(retryDelay ?? "") ?? []);
  const name = reasons[0] ?? status ?? code;
  return {
    code: name == null ? null : String(name).slice(0, longestCode),
    ...(message != null && message !== "" && { message }),
    spentCredit:
      spentCreditWords.test(message ?? "") ||
      reasons.some((reason) => spentCreditReasons.includes(reason)),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
};

export const readFailure = (body: string): ProviderFailure =>
  toFailure(parseJson(body)) ?? { code: null, spentCredit: false };
