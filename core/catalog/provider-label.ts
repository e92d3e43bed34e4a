import { isProviderId, type ProviderId } from "./provider-id";

const labels: Readonly<Record<ProviderId, string>> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  gemini: "Google Gemini",
  bedrock: "AWS Bedrock",
  azure: "Azure OpenAI",
  mistral: "Mistral",
  groq: "Groq",
  deepseek: "DeepSeek",
  xai: "xAI",
  together: "Together",
  fireworks: "Fireworks",
  openrouter: "OpenRouter",
  cohere: "Cohere",
  perplexity: "Perplexity",
  cerebras: "Cerebras",
  custom: "Custom",
  sandbox: "Sandbox",
};

/** A provider as people read it; what is none of ours as it is. */
export const providerLabel = (id: string): string => (isProviderId(id) ? labels[id] : id);
