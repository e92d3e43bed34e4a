import * as z from "zod";
import type { Tokens } from "../../../../core/money/amounts";
import type { TokenBuckets } from "../../../../core/usage/token-buckets";

/** More tokens than any request has: beyond it the count is no count. */
const mostTokens = 100_000_000;
const count = z.int().nonnegative().max(mostTokens);
const detail = count.nullish().catch(undefined);

/**
 * What is billed by; a provider may add what it likes.
 * `prompt_tokens` includes cached ones, `completion_tokens` reasoning; where the total shows that a
 * provider counts reasoning beside the completion, it is added. `cache_write_tokens` is OpenRouter's.
 * @see https://platform.openai.com/docs/api-reference/chat/object (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count.nullish(),
  total_tokens: detail,
  prompt_tokens_details: z
    .object({ cached_tokens: detail, cache_write_tokens: detail, audio_tokens: detail })
    .nullish()
    .catch(undefined),
  completion_tokens_details: z
    .object({ reasoning_tokens: detail, audio_tokens: detail })
    .nullish()
    .catch(undefined),
});

type Usage = z.infer<typeof usageSchema>;

/** Disjoint buckets that sum back to the provider's own prompt and completion tokens. */
const toBuckets = (usage: Usage): TokenBuckets => {
  const prompt = usage.prompt_tokens;
  const counted = usage.completion_tokens ?? 0;
  const reasoned = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  const beside = reasoned > 0 && usage.total_tokens === prompt + counted + reasoned;
  const completion = beside ? counted + reasoned : counted;
  const cacheRead = Math.min(usage.prompt_tokens_details?.cached_tokens ?? 0, prompt);
  const written = usage.prompt_tokens_details?.cache_write_tokens ?? 0;
  const cacheWrite5m = Math.min(written, prompt - cacheRead);
  const reasoning = Math.min(reasoned, completion);
  return {
    freshInput: (prompt - cacheRead - cacheWrite5m) as Tokens,
    cacheRead: cacheRead as Tokens,
    cacheWrite5m: cacheWrite5m as Tokens,
    cacheWrite1h: 0 as Tokens,
    visibleOutput: (completion - reasoning) as Tokens,
    reasoningOutput: reasoning as Tokens,
  };
};

const hasAudio = (usage: Usage): boolean =>
  (usage.prompt_tokens_details?.audio_tokens ?? 0) > 0 ||
  (usage.completion_tokens_details?.audio_tokens ?? 0) > 0;

export type ReadUsage = { readonly tokens: TokenBuckets; readonly hasAudio: boolean };

/** Reads a `usage` object; undefined where it counts nothing that could be billed by. */
export const readUsage = (value: unknown): ReadUsage | undefined => {
  const usage = usageSchema.safeParse(value);
  if (!usage.success) return undefined;
  return { tokens: toBuckets(usage.data), hasAudio: hasAudio(usage.data) };
};
