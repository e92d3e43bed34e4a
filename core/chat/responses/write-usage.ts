import type { ProviderUsage } from "../../usage/provider-usage";
import { inputTokens, outputTokens } from "../../usage/token-buckets";

/**
 * What was used, in OpenAI's words: input includes what the cache gave and took, output includes
 * reasoning.
 * @see https://platform.openai.com/docs/api-reference/responses/object (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
export const writeUsage = ({ tokens }: ProviderUsage) => {
  const input = inputTokens(tokens);
  const output = outputTokens(tokens);
  return {
    input_tokens: input,
    input_tokens_details: {
      cached_tokens: tokens.cacheRead,
      cache_write_tokens: tokens.cacheWrite5m + tokens.cacheWrite1h,
    },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: tokens.reasoningOutput },
    total_tokens: input + output,
  };
};
