import type { Offer } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";

/** How a provider caches the beginnings of prompts. */
export type PromptCaching = {
  /**
   * - `sure`: every prompt long enough is cached, so the next one with that beginning reads it.
   * - `best-effort`: it may be, without a promise: only what the last answer reported is counted on.
   * - `on-request`: only where the request carries `cache_control`; what is written is reported.
   */
  readonly kind: "sure" | "best-effort" | "on-request";
  /** The shortest prompt that is cached. */
  readonly leastTokens: number;
  /** A cached beginning has a multiple of so many tokens. */
  readonly stepTokens: number;
  /** How long an unused entry surely lives, or usually does where nothing is promised. */
  readonly keptMs: number;
};

const minuteMs = 60_000;

const openAi: PromptCaching = {
  kind: "sure",
  leastTokens: 1_024,
  stepTokens: 128,
  keptMs: 5 * minuteMs,
};
const onRequest: PromptCaching = {
  kind: "on-request",
  leastTokens: 1_024,
  stepTokens: 1,
  keptMs: 5 * minuteMs,
};
const bestEffort: PromptCaching = {
  kind: "best-effort",
  leastTokens: 1_024,
  stepTokens: 1,
  keptMs: 5 * minuteMs,
};

/**
 * By provider; all read on 2026-11-24. Who is not listed caches nothing that is billed for less.
 *
 * - openai: https://developers.openai.com/api/docs/guides/prompt-caching (automatic from 1,024 tokens,
 *   gpt-4o and newer; from GPT-5.6 on what is not read is written at 1.25 times the input rate).
 *   How long: https://learn.microsoft.com/azure/foundry/openai/how-to/prompt-caching (cleared within
 *   5 to 10 minutes without use, and always within an hour; longer only where the request asks).
 * - azure: the same page, for OpenAI's own models.
 * - anthropic: https://platform.claude.com/docs/en/build-with-claude/prompt-caching (`cache_control`,
 *   5 minutes or an hour from the last use; writes at 1.25 and 2 times the input rate, reads at 0.1).
 * - bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html (cache points,
 *   5 minutes from the last hit).
 * - gemini: https://ai.google.dev/gemini-api/docs/caching (implicit for 2.5 and newer, from 2,048 or
 *   4,096 tokens, without a guarantee; how long is not said).
 * - deepseek: https://api-docs.deepseek.com/guides/kv_cache (on for all; the end of each request is
 *   kept on disk). How long an unused one stays is best effort there, so an hour is taken.
 * - groq: https://console.groq.com/docs/prompt-caching (automatic for some models, not guaranteed,
 *   gone after two hours without use: an hour is taken, which is as long as we remember).
 * - xai: https://docs.x.ai/developers/advanced-api-usage/prompt-caching/best-practices (automatic;
 *   "can be evicted at any time").
 * - mistral: https://docs.mistral.ai/studio-api/conversations/advanced/prompt-caching (by
 *   `prompt_cache_key`, not guaranteed).
 * - fireworks: https://docs.fireworks.ai/guides/prompt-caching (on by default; how long is not said).
 * - together: https://docs.together.ai/docs/inference/pricing (automatic for some models).
 * - openrouter: https://openrouter.ai/docs/guides/best-practices/prompt-caching (as the provider
 *   behind it caches; it keeps to that provider for 10 minutes).
 * - cerebras (https://inference-docs.cerebras.ai/capabilities/prompt-caching) caches for speed alone.
 * - sandbox: our own, `local/sandbox/prompt-cache.ts`.
 */
const byProvider: Readonly<Partial<Record<ProviderId, PromptCaching>>> = {
  openai: openAi,
  azure: openAi,
  anthropic: onRequest,
  bedrock: onRequest,
  gemini: { ...bestEffort, leastTokens: 2_048 },
  deepseek: { ...openAi, stepTokens: 64, keptMs: 60 * minuteMs },
  groq: { ...bestEffort, keptMs: 60 * minuteMs },
  xai: bestEffort,
  mistral: bestEffort,
  fireworks: bestEffort,
  together: bestEffort,
  openrouter: bestEffort,
  sandbox: { ...openAi, keptMs: 10 * minuteMs },
};

/** OpenAI's models from before gpt-4o cache nothing; neither does gpt-4o's first version. */
const tooOld = /^(?:gpt-3|gpt-4(?![.o])|gpt-4o-2024-05-13)/;
/** Azure hosts many makers' models. */
const openAisOwn = /^(?:gpt|o\d|chatgpt|codex)/;

/** How an offer's prompts are cached; undefined: not, as far as is known. */
export const promptCachingOf = ({
  provider,
  id,
}: Pick<Offer, "provider" | "id">): PromptCaching | undefined => {
  if (provider === "openai" && tooOld.test(id)) return undefined;
  if (provider === "azure" && (tooOld.test(id) || !openAisOwn.test(id))) return undefined;
  return byProvider[provider];
};
