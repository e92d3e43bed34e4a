import { everyDialectOf } from "../../../core/catalog/dialects";
import { type ProviderId, providerIds } from "../../../core/catalog/provider-id";
import type { Dialect } from "../../../core/chat/dialect";
import type { ProviderAdapter } from "./adapter";
import { createCompletionsAdapter } from "./completions/adapter";
import { family } from "./completions/family";
import { createConverseAdapter } from "./converse/adapter";
import { createEmbeddingsAdapter, type EmbeddingsAdapter } from "./embeddings/adapter";
import { createGeminiAdapter } from "./gemini/adapter";
import { createMessagesAdapter } from "./messages/adapter";
import { createResponsesAdapter } from "./responses/adapter";
import type { Site } from "./site";
import { type BaseUrls, findEmbeddingsSite, findSite } from "./sites";

/** The providers that can be called, each in the dialects that it speaks. */
export type ProviderAdapters = {
  has(provider: ProviderId): boolean;
  find(provider: ProviderId, dialect: Dialect): ProviderAdapter | undefined;
  findEmbeddings(provider: ProviderId): EmbeddingsAdapter | undefined;
};

/** A dialect at one provider; undefined where that one does not speak it. */
type Maker = (site: Site) => ProviderAdapter | undefined;

const completions: Maker = (site) => {
  const row = family[site.provider];
  return row && createCompletionsAdapter({ ...row, site });
};

/** Each dialect's adapters. */
const makers: Readonly<Record<Dialect, Maker>> = {
  completions,
  responses: (site) => createResponsesAdapter(site),
  messages: createMessagesAdapter,
  gemini: createGeminiAdapter,
  converse: createConverseAdapter,
};

/**
 * The providers that can be called.
 *
 * @param baseUrls - other addresses, and of providers that only exist there; deployed code gives none.
 */
export const createAdapters = (baseUrls: BaseUrls = {}): ProviderAdapters => {
  const made = new Map<ProviderId, Map<Dialect, ProviderAdapter>>();
  for (const provider of providerIds) {
    for (const dialect of everyDialectOf(provider)) {
      const site = findSite(provider, dialect, baseUrls);
      const adapter = site && makers[dialect](site);
      const known = made.get(provider) ?? new Map<Dialect, ProviderAdapter>();
      if (adapter) made.set(provider, known.set(dialect, adapter));
    }
  }
  return {
    has: (provider) => made.has(provider),
    find: (provider, dialect) => made.get(provider)?.get(dialect),
    findEmbeddings(provider) {
      const site = findEmbeddingsSite(provider, baseUrls);
      return site && createEmbeddingsAdapter(site);
    },
  };
};
