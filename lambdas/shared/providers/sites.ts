import { dialectsOf } from "../../../core/catalog/dialects";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { Dialect } from "../../../core/chat/dialect";
import { azureAnthropicSite } from "./azure-sites";
import { bearer } from "./bearer";
import { family } from "./completions/family";
import type { Site } from "./site";
import { withoutSlash } from "./without-slash";

export type BaseUrls = Readonly<Partial<Record<ProviderId, string>>>;

const anthropic: Site = {
  provider: "anthropic",
  url: () => "https://api.anthropic.com",
  auth: (key) => ({ "x-api-key": key }),
};

/** @see https://ai.google.dev/api (read 2026-11-24) */
const gemini: Site = {
  provider: "gemini",
  url: () => "https://generativelanguage.googleapis.com/v1beta",
  auth: (key) => ({ "x-goog-api-key": key }),
};

/** Without a region it is the gateway's own; without a key the gateway's role signs. */
const bedrock: Site = {
  ...bearer("bedrock", ""),
  url: ({ region }) =>
    `https://bedrock-runtime${region === undefined ? "" : `.${region}`}.amazonaws.com`,
};

/** Sites that are not where the provider's chat completions are. */
const others: Readonly<Partial<Record<ProviderId, Partial<Record<Dialect, Site>>>>> = {
  anthropic: { messages: anthropic },
  gemini: { gemini },
  bedrock: { converse: bedrock },
  azure: { messages: azureAnthropicSite },
};

/**
 * Those who embed in OpenAI's dialect, at the site of their chat completions.
 * @see https://github.com/vercel/ai (packages/azure, mistral, togetherai and fireworks),
 * https://github.com/OpenRouterTeam/typescript-sdk (src/funcs/embeddingsGenerate.ts),
 * https://docs.cohere.com/docs/compatibility-api (all read 2026-11-24)
 */
const embedding: readonly ProviderId[] = [
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
 * Gemini embeds in OpenAI's dialect too, at an address of its own.
 * @see https://ai.google.dev/gemini-api/docs/openai#embeddings (read 2026-11-24)
 */
const geminiEmbeddings: Site = bearer(
  "gemini",
  "https://generativelanguage.googleapis.com/v1beta/openai",
);

/** What the sandbox adds to its one address, by dialect, where that is not `/v1`. */
const sandboxPaths: Readonly<Record<Dialect, string>> = {
  completions: "/v1",
  responses: "/v1",
  messages: "",
  gemini: "/v1beta",
  converse: "",
};

const siteOf = (provider: ProviderId, dialect: Dialect): Site | undefined => {
  const site = others[provider]?.[dialect];
  if (site || provider === "sandbox") return site ?? family.sandbox?.site;
  return dialect === "completions" || dialect === "responses" ? family[provider]?.site : undefined;
};

/** The address that stands in for a provider's own; the sandbox's is one for all its dialects. */
const overrideOf = (provider: ProviderId, dialect: Dialect, url: string): string =>
  provider === "sandbox"
    ? `${withoutSlash(url).replace(/\/v1$/, "")}${sandboxPaths[dialect]}`
    : withoutSlash(url);

/**
 * Where a provider is spoken to in a dialect; undefined where it isn't.
 *
 * @param baseUrls - other addresses, and of providers that only exist there; deployed code gives none.
 */
export const findSite = (
  provider: ProviderId,
  dialect: Dialect,
  baseUrls: BaseUrls,
): Site | undefined => {
  const site = siteOf(provider, dialect);
  const url = baseUrls[provider];
  if (!site || url === undefined) return provider === "sandbox" ? undefined : site;
  const { guarded: _guarded, ...open } = site;
  return { ...open, url: () => overrideOf(provider, dialect, url) };
};

/** Where each provider is spoken to in the dialect that it prefers. */
export const createSiteOf =
  (baseUrls: BaseUrls = {}) =>
  (provider: ProviderId): Site | undefined =>
    findSite(provider, dialectsOf(provider)[0], baseUrls);

/** Where a provider embeds in OpenAI's dialect; undefined where it doesn't. */
export const findEmbeddingsSite = (provider: ProviderId, baseUrls: BaseUrls): Site | undefined => {
  if (embedding.includes(provider)) return findSite(provider, "completions", baseUrls);
  if (provider !== "gemini") return undefined;
  const url = baseUrls.gemini;
  return url === undefined
    ? geminiEmbeddings
    : { ...geminiEmbeddings, url: () => `${withoutSlash(url)}/openai` };
};
