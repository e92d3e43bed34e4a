import type { ProviderId } from "../../../core/catalog/provider-id";
import type { ProviderAdapter } from "./adapter";
import { createOpenAiAdapter } from "./completions/adapter";

/** Where each provider that speaks OpenAI's chat completions listens. */
const openAiDialect: Partial<Record<ProviderId, string>> = {
  openai: "https://api.openai.com/v1",
};

/**
 * The providers that can be called.
 *
 * @param baseUrls - other addresses, and providers that only exist there; deployed code gives none.
 */
export const createAdapters = (
  baseUrls: Partial<Record<ProviderId, string>> = {},
): ReadonlyMap<ProviderId, ProviderAdapter> => {
  const addresses = Object.entries({ ...openAiDialect, ...baseUrls }) as [ProviderId, string][];
  return new Map(
    addresses.map(([provider, url]) => [
      provider,
      createOpenAiAdapter(provider, url.replace(/\/+$/, "")),
    ]),
  );
};
