import * as z from "zod";
import type { Tokens } from "../../../../core/money/amounts";
import type { TokenBuckets } from "../../../../core/usage/token-buckets";

const count = z.int().nonnegative().nullish();

/**
 * What is billed by; a provider may add what it likes.
 * `prompt_tokens` includes cached ones and `completion_tokens` includes reasoning.
 * `cache_write_tokens` is OpenRouter's addition.
 * @see https://platform.openai.com/docs/api-reference/chat/object (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
export const usageSchema = z.object({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: count,
  prompt_tokens_details: z.object({ cached_tokens: count, cache_write_tokens: count }).nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: count }).nullish(),
});

/** Disjoint buckets that sum back to the provider's own prompt and completion tokens. */
export const toBuckets = (usage: z.infer<typeof usageSchema>): TokenBuckets => {
  const prompt = usage.prompt_tokens;
  const completion = usage.completion_tokens ?? 0;
  const cacheRead = Math.min(usage.prompt_tokens_details?.cached_tokens ?? 0, prompt);
  const written = usage.prompt_tokens_details?.cache_write_tokens ?? 0;
  const cacheWrite5m = Math.min(written, prompt - cacheRead);
  const reasoning = Math.min(usage.completion_tokens_details?.reasoning_tokens ?? 0, completion);
  return {
    freshInput: (prompt - cacheRead - cacheWrite5m) as Tokens,
    cacheRead: cacheRead as Tokens,
    cacheWrite5m: cacheWrite5m as Tokens,
    cacheWrite1h: 0 as Tokens,
    visibleOutput: (completion - reasoning) as Tokens,
    reasoningOutput: reasoning as Tokens,
  };
};

export const readUsage = (value: unknown): TokenBuckets | undefined => {
  const usage = usageSchema.safeParse(value);
  return usage.success ? toBuckets(usage.data) : undefined;
};
