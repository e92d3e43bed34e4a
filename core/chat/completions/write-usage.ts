import type { ProviderUsage } from "../../usage/provider-usage";
import { inputTokens, outputTokens } from "../../usage/token-buckets";

/** A count as OpenAI writes it: cached input is part of the prompt, reasoning of the completion. */
export const writeUsage = ({ tokens }: ProviderUsage) => {
  const prompt = inputTokens(tokens);
  const completion = outputTokens(tokens);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: {
      cached_tokens: tokens.cacheRead,
      cache_write_tokens: tokens.cacheWrite5m + tokens.cacheWrite1h,
      audio_tokens: 0,
    },
    completion_tokens_details: {
      reasoning_tokens: tokens.reasoningOutput,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
};
