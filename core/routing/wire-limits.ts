import type { Offer } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";

/**
 * Whether fields of a request that the catalog says nothing about are honored; absent where no
 * source was found, and then assumed only of the very model that the caller asked for.
 */
export type WireLimits = {
  /** Token log-probabilities in OpenAI's form. */
  readonly logprobs?: boolean;
  /** `n` above 1. */
  readonly choices?: boolean;
  /** Stop sequences of the caller's own. */
  readonly stop?: boolean;
};

/**
 * By provider; all read on 2026-11-24.
 *
 * - openai: https://developers.openai.com/api/reference/python/resources/chat (all three).
 * - anthropic: https://docs.anthropic.com/en/api/openai-sdk (`stop` works, `n` must be 1,
 *   `logprobs` is ignored).
 * - gemini: https://cloud.google.com/vertex-ai/generative-ai/docs/migrate/openai/overview (`n` and
 *   `stop` are listed; what is not listed, as `logprobs`, is ignored).
 * - groq: https://console.groq.com/docs/openai (`logprobs` is a 400, `n` must be 1).
 * - mistral: https://docs.rs/crate/mistral-openapi-client (`stop`; generated from its OpenAPI).
 * - deepseek: https://rdrr.io/cran/tidyllm/man/deepseek_chat.html (`stop`, `logprobs`).
 * - cohere: https://docs.getbifrost.ai/providers/supported-providers/cohere (`stop` becomes
 *   `stop_sequences`).
 * - cerebras, fireworks, xai: the parameter lists of BerriAI/litellm, `litellm/llms/<provider>`.
 *   Fireworks and Together take `logprobs` as a number, which is another form than OpenAI's.
 * - together: https://github.com/togethercomputer/openapi (`logprobs` is a number).
 * - bedrock: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html
 *   (`stopSequences`, and neither of the others).
 * - sandbox: our own, which takes every field.
 */
const byProvider: Readonly<Partial<Record<ProviderId, WireLimits>>> = {
  openai: { logprobs: true, choices: true, stop: true },
  anthropic: { logprobs: false, choices: false, stop: true },
  gemini: { logprobs: false, choices: true, stop: true },
  groq: { logprobs: false, choices: false, stop: true },
  mistral: { stop: true },
  deepseek: { logprobs: true, stop: true },
  cohere: { stop: true },
  cerebras: { stop: true },
  xai: { choices: true, stop: true },
  fireworks: { logprobs: false, choices: true, stop: true },
  together: { logprobs: false },
  bedrock: { logprobs: false, choices: false, stop: true },
  sandbox: { logprobs: true, choices: true, stop: true },
};

/**
 * OpenAI's reasoning models: the o series and GPT-5 but for its chat variants.
 * https://platform.openai.com/docs/guides/reasoning as followed by BerriAI/litellm
 * (`o_series_transformation.py`) and https://docs.nvidia.com/nemo/guardrails (`openai_reasoning`,
 * probed live: `stop` is refused); read on 2026-11-24.
 */
const openAiReasoning = /^(?:o\d|gpt-[5-9](?!.*chat)|codex)/;
const openAiClassic = /^(?:gpt-3\.5|gpt-4|gpt-5.*chat|chatgpt-4o)/;
const openAiReasoningLimits: WireLimits = { logprobs: false, stop: false };

/** What is known of one offer's provider and family. */
export const wireLimitsOf = (offer: Pick<Offer, "provider" | "id" | "can">): WireLimits => {
  const { provider, id, can } = offer;
  const limits = byProvider[provider] ?? {};
  if (provider === "openai") return openAiReasoning.test(id) ? openAiReasoningLimits : limits;
  if (provider === "azure") {
    // Azure hosts many makers' models; only of OpenAI's own the fields are known.
    if (openAiReasoning.test(id)) return openAiReasoningLimits;
    return openAiClassic.test(id) ? (byProvider.openai ?? {}) : {};
  }
  // "stop parameters are not supported by reasoning models", an error if given:
  // https://docs.x.ai/docs/guides/reasoning, read on 2026-11-24.
  if (provider === "xai" && can.reasoning) return { ...limits, stop: false };
  // https://api-docs.deepseek.com/guides/thinking_mode: thinking is on unless turned off, and takes
  // no sampling fields; read on 2026-11-24.
  if (provider === "deepseek" && can.reasoning) return { ...limits, logprobs: false };
  return limits;
};
