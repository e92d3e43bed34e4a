/** Every provider's id, as in `provider/model` names, settings and environment variables. */
export const providerIds = [
  "openai",
  "anthropic",
  "gemini",
  "bedrock",
  "azure",
  "mistral",
  "groq",
  "deepseek",
  "xai",
  "together",
  "fireworks",
  "openrouter",
  "cohere",
  "perplexity",
  "cerebras",
  "custom",
  // Canned answers at pretend prices; only the local runner lends its offers.
  "sandbox",
] as const;

export type ProviderId = (typeof providerIds)[number];

export const isProviderId = (text: string): text is ProviderId =>
  (providerIds as readonly string[]).includes(text);
