import * as z from "zod";
import type { Tokens } from "../../../../core/money/amounts";
import type { ProviderUsage } from "../../../../core/usage/provider-usage";
import { noTokens } from "../../../../core/usage/token-buckets";
import { parseJson } from "../../parse-json";

const mostTokens = 100_000_000;
const count = z.int().nonnegative().max(mostTokens).nullish().catch(undefined);

/** An answer without vectors is none; what it counts may be missing. */
const answerSchema = z.object({
  data: z.array(z.unknown()).min(1),
  usage: z.object({ prompt_tokens: count, total_tokens: count }).nullish().catch(undefined),
});

/**
 * What embedding used; undefined where the body is no answer. A provider that counts nothing counts
 * no tokens.
 * @see https://platform.openai.com/docs/api-reference/embeddings/object (read 2026-11-24, by the
 * types of the `openai` package 6.49)
 */
export const readUsage = (body: string): ProviderUsage | undefined => {
  const parsed = answerSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { usage } = parsed.data;
  const tokens = usage?.prompt_tokens ?? usage?.total_tokens ?? 0;
  return { tokens: { ...noTokens, freshInput: tokens as Tokens } };
};
