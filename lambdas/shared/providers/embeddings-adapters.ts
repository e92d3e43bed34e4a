import type { ProviderId } from "../../../core/catalog/provider-id";
import { bearer } from "./bearer";
import { createEmbeddingsAdapter, type EmbeddingsAdapter } from "./embeddings/adapter";
import type { Site } from "./site";
import { type BaseUrls, findSite } from "./sites";
import { withoutSlash } from "./without-slash";

/**
 * Those who embed in OpenAI's dialect, at the site of their chat completions.
 * @see https://github.com/vercel/ai (packages/azure, mistral, togetherai and fireworks),
 * https://github.com/OpenRouterTeam/typescript-sdk (src/funcs/embeddingsGenerate.ts),
 * https://docs.cohere.com/docs/compatibility-api (all read 2026-11-24)
 */
const atTheirCompletions: readonly ProviderId[] = [
  "openai",
  "azure",
  "mistral",
  "together",
  "fireworks",
  "openrouter",
  "cohere",
  "custom",
  "sandbox",
];

/**
 * Gemini's endpoint for OpenAI's clients, which takes the key as a bearer's.
 * @see https://ai.google.dev/api/compatibility (read 2026-11-24)
 */
const geminiPath = "/openai";
const gemini = bearer("gemini", `https://generativelanguage.googleapis.com/v1beta${geminiPath}`);

const sitesOf = (baseUrls: BaseUrls): readonly Site[] => {
  const geminiUrl = baseUrls.gemini;
  return [
    ...atTheirCompletions.flatMap((provider) => findSite(provider, "completions", baseUrls) ?? []),
    geminiUrl === undefined ? gemini : bearer("gemini", withoutSlash(geminiUrl) + geminiPath),
  ];
};

/** Undefined for a provider that has no embeddings in OpenAI's dialect. */
export type EmbeddingsAdapters = {
  find(provider: ProviderId): EmbeddingsAdapter | undefined;
};

/** @param baseUrls - as for the adapters of conversations. */
export const createEmbeddingsAdapters = (baseUrls: BaseUrls = {}): EmbeddingsAdapters => {
  const made = new Map(
    sitesOf(baseUrls).map((site) => [site.provider, createEmbeddingsAdapter(site)]),
  );
  return { find: (provider) => made.get(provider) };
};
