import type { Dialect } from "../chat/dialect";
import type { ProviderId } from "./provider-id";

type Spoken = readonly [Dialect, ...Dialect[]];

const completionsAlone: Spoken = ["completions"];
const completionsFirst: Spoken = ["completions", "responses"];

/**
 * What providers are spoken to in beside chat completions, or instead: the first is preferred.
 * @see https://platform.openai.com/docs/api-reference/responses,
 * https://learn.microsoft.com/en-us/azure/ai-foundry/openai/latest,
 * https://platform.claude.com/docs/en/build-with-claude/claude-in-microsoft-foundry,
 * https://docs.x.ai/developers/model-capabilities/text/comparison,
 * https://console.groq.com/docs/openai, https://api-docs.deepseek.com/guides/responses_api,
 * https://github.com/OpenRouterTeam/typescript-sdk (all read 2026-11-24)
 */
const others: Partial<Record<ProviderId, Spoken>> = {
  openai: completionsFirst,
  azure: completionsFirst,
  xai: completionsFirst,
  groq: completionsFirst,
  deepseek: completionsFirst,
  openrouter: completionsFirst,
  anthropic: ["messages"],
  gemini: ["gemini"],
  bedrock: ["converse"],
};

/** What some models are spoken to in alone, where their provider's others are not: an offer's `api`. */
const ofSomeModels: Partial<Record<ProviderId, readonly Dialect[]>> = {
  azure: ["messages"],
  sandbox: ["responses", "messages", "gemini", "converse"],
};

/** The dialects in which a provider serves its models, if nothing else is said of one. */
export const dialectsOf = (provider: ProviderId): Spoken => others[provider] ?? completionsAlone;

/** All that is spoken at a provider, if only to some of its models. */
export const everyDialectOf = (provider: ProviderId): readonly Dialect[] => [
  ...dialectsOf(provider),
  ...(ofSomeModels[provider] ?? []),
];
