import * as z from "zod";
import { parseJson } from "../../parse-json";
import type { ProviderFailure } from "../adapter";

const text = z.string().nullish().catch(undefined);

/** As the carrier words what the SDK throws, or as Bedrock itself answers over HTTP. */
const failureSchema = z.object({
  error: z.object({ type: text, message: text }).nullish().catch(undefined),
  message: text,
  Message: text,
  __type: text,
});

/** A code is kept on the record, and a provider may write what it likes. */
const longestCode = 100;

/**
 * A refusal by its exception's name, such as `ThrottlingException`. Bedrock bills by the month: no
 * credit can be spent.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_Errors
 * (read 2026-11-24)
 */
export const readFailure = (body: string): ProviderFailure => {
  const parsed = failureSchema.safeParse(parseJson(body));
  if (!parsed.success) return { code: null, spentCredit: false };
  const { error, message, Message, __type } = parsed.data;
  const words = error?.message ?? message ?? Message;
  const code = error?.type ?? __type?.split("#").at(-1);
  return {
    code: code?.slice(0, longestCode) ?? null,
    ...(words && { message: words }),
    spentCredit: false,
  };
};
