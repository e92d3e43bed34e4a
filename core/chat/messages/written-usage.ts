import type { ProviderUsage } from "../../usage/provider-usage";
import { noTokens, outputTokens } from "../../usage/token-buckets";

/** Tiers that Anthropic has a name for; others' tiers are none of its words. */
const tiers: readonly (string | undefined)[] = ["priority", "batch"];

/**
 * What was used, as Anthropic's clients read it: `input_tokens` is fresh input only, `output_tokens`
 * is all output.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
export const writtenUsage = (usage: ProviderUsage | undefined) => {
  const tokens = usage?.tokens ?? noTokens;
  const searches = usage?.units?.["web-search"];
  return {
    input_tokens: tokens.freshInput,
    cache_creation_input_tokens: tokens.cacheWrite5m + tokens.cacheWrite1h,
    cache_read_input_tokens: tokens.cacheRead,
    cache_creation: {
      ephemeral_5m_input_tokens: tokens.cacheWrite5m,
      ephemeral_1h_input_tokens: tokens.cacheWrite1h,
    },
    output_tokens: outputTokens(tokens),
    output_tokens_details: { thinking_tokens: tokens.reasoningOutput },
    server_tool_use: searches ? { web_search_requests: searches, web_fetch_requests: 0 } : null,
    service_tier: tiers.includes(usage?.serviceTier) ? usage?.serviceTier : "standard",
  };
};

/**
 * The same at a stream's start, when nothing was said yet. What some clients read there of output,
 * they add to what the end tells.
 * @see https://github.com/langchain-ai/langchainjs (read 2026-11-24: `message_outputs` of
 * `@langchain/anthropic` 1.5.11)
 */
export const writtenStartUsage = (usage: ProviderUsage | undefined) => ({
  ...writtenUsage(usage),
  output_tokens: 0,
  output_tokens_details: { thinking_tokens: 0 },
});

/** The same at a stream's end, where the whole count is told again but for what its start told. */
export const writtenDeltaUsage = (usage: ProviderUsage | undefined) => {
  const { service_tier, ...counts } = writtenUsage(usage);
  return counts;
};
