import { dialectsOf } from "../../../core/catalog/dialects";
import { type ProviderId, providerIds } from "../../../core/catalog/provider-id";
import type { Dialect } from "../../../core/chat/dialect";
import type { ProviderAdapter } from "./adapter";
import { createCompletionsAdapter } from "./completions/adapter";
import { family } from "./completions/family";
import type { Site } from "./site";
import { type BaseUrls, findSite } from "./sites";

/** The providers that can be called, each in the dialects that it speaks. */
export type ProviderAdapters = {
  has(provider: ProviderId): boolean;
  find(provider: ProviderId, dialect: Dialect): ProviderAdapter | undefined;
};

/** A dialect at one provider; undefined where that one does not speak it. */
type Maker = (site: Site) => ProviderAdapter | undefined;

const completions: Maker = (site) => {
  const row = family[site.provider];
  return row && createCompletionsAdapter({ ...row, site });
};

/** Each dialect's adapters. */
const makers: Readonly<Partial<Record<Dialect, Maker>>> = {
  completions,
};

/**
 * The providers that can be called.
 *
 * @param baseUrls - other addresses, and of providers that only exist there; deployed code gives none.
 */
export const createAdapters = (baseUrls: BaseUrls = {}): ProviderAdapters => {
  const made = new Map<string, ProviderAdapter>();
  for (const provider of providerIds) {
    for (const dialect of dialectsOf(provider)) {
      const site = findSite(provider, dialect, baseUrls);
      const adapter = site && makers[dialect]?.(site);
      if (adapter) made.set(`${provider}:${dialect}`, adapter);
    }
  }
  return {
    has: (provider) => dialectsOf(provider).some((dialect) => made.has(`${provider}:${dialect}`)),
    find: (provider, dialect) => made.get(`${provider}:${dialect}`),
  };
};
