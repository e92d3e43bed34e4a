import * as z from "zod";
import type { Tokens } from "../../../../core/money/amounts";
import type { ProviderUsage, UnitCounts } from "../../../../core/usage/provider-usage";
import type { TokenBuckets } from "../../../../core/usage/token-buckets";

/** More tokens than any request has: beyond it the count is no count. */
const mostTokens = 100_000_000;
const count = z.int().nonnegative().max(mostTokens);
const detail = count.nullish().catch(undefined);
const price = z.number().nullish().catch(undefined);
const details = <T extends z.ZodRawShape>(shape: T) => z.object(shape).nullish().catch(undefined);

/**
 * What is billed by; a provider may add what it likes. `prompt_tokens` includes cached ones,
 * `completion_tokens` reasoning; where the total shows that a provider counts reasoning beside the
 * completion (xAI), it is added.
 *
 * Cached tokens have many names: OpenAI's is in the details, Mistral's are `num_cached_tokens` and
 * `prompt_token_details`, DeepSeek's is `prompt_cache_hit_tokens`, Moonshot's `cached_tokens`.
 * Perplexity counts thoughts and citations beside the total and bills them at rates of their own, as
 * it does searches and requests; OpenRouter counts searches, xAI their sources.
 * @see https://platform.openai.com/docs/api-reference/chat/object (by the types of the `openai`
 * package 6.49), https://github.com/vercel/ai (packages/mistral, deepseek, xai),
 * https://github.com/perplexityai/perplexity-node (UsageInfo, Cost),
 * https://github.com/OpenRouterTeam/typescript-sdk (ServerToolUseDetails) (all read 2026-11-24)
 */
const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count.nullish(),
  total_tokens: detail,
  prompt_tokens_details: details({
    cached_tokens: detail,
    cache_write_tokens: detail,
    audio_tokens: detail,
  }),
  prompt_token_details: details({ cached_tokens: detail }),
  num_cached_tokens: detail,
  prompt_cache_hit_tokens: detail,
  cached_tokens: detail,
  completion_tokens_details: details({
    reasoning_tokens: detail,
    audio_tokens: detail,
    image_tokens: detail,
  }),
  reasoning_tokens: detail,
  citation_tokens: detail,
  num_search_queries: detail,
  num_sources_used: detail,
  server_tool_use_details: details({ web_search_requests: detail }),
  cost: details({ request_cost: price }),
});

type Usage = z.infer<typeof usageSchema>;

const cachedIn = (usage: Usage): number =>
  usage.prompt_tokens_details?.cached_tokens ??
  usage.prompt_token_details?.cached_tokens ??
  usage.num_cached_tokens ??
  usage.prompt_cache_hit_tokens ??
  usage.cached_tokens ??
  0;

/** Disjoint buckets that sum back to the provider's own prompt and completion tokens. */
const toBuckets = (usage: Usage): TokenBuckets => {
  const prompt = usage.prompt_tokens;
  const counted = usage.completion_tokens ?? 0;
  const reasoned = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  const beside = reasoned > 0 && usage.total_tokens === prompt + counted + reasoned;
  const completion = beside ? counted + reasoned : counted;
  const cacheRead = Math.min(cachedIn(usage), prompt);
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

/**
 * Sound, drawn images, what Perplexity counts beside its total, and xAI's sources, which are not its
 * searches: those are billed, and how many there were is not said.
 */
const hasOtherRates = ({
  prompt_tokens_details: prompt,
  completion_tokens_details: completion,
  reasoning_tokens,
  citation_tokens,
  num_sources_used,
}: Usage): boolean =>
  [
    prompt?.audio_tokens,
    completion?.audio_tokens,
    completion?.image_tokens,
    reasoning_tokens,
    citation_tokens,
    num_sources_used,
  ].some((count) => (count ?? 0) > 0);

const unitsOf = (usage: Usage): UnitCounts => {
  const searches =
    usage.num_search_queries ?? usage.server_tool_use_details?.web_search_requests ?? 0;
  return {
    ...(searches > 0 && { "web-search": searches }),
    ...((usage.cost?.request_cost ?? 0) > 0 && { request: 1 }),
  };
};

/** Tiers billed as the price list says; `flex`, `priority` and the like have prices of their own. */
const listedTiers: readonly unknown[] = [
  undefined,
  null,
  "auto",
  "default",
  "standard",
  // Groq's standard tier, https://github.com/groq/groq-typescript (read 2026-11-24).
  "on_demand",
];

/**
 * Reads a `usage` object; undefined where it counts nothing that could be billed by.
 *
 * @param tier - the answer's `service_tier`.
 */
export const readUsage = (value: unknown, tier?: string | null): ProviderUsage | undefined => {
  const parsed = usageSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const usage = parsed.data;
  const units = unitsOf(usage);
  return {
    tokens: toBuckets(usage),
    ...(Object.keys(units).length > 0 && { units }),
    ...(!listedTiers.includes(tier) && typeof tier === "string" && { serviceTier: tier }),
    ...(hasOtherRates(usage) && { otherRates: true }),
  };
};
