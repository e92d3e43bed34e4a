import { isProviderId, type ProviderId } from "../../core/catalog/provider-id";

/** The `provider` of a row: the id of the folder it was read from, or that row's own override. */
export type RowProvider = string | { readonly npm: string; readonly api?: string | undefined };

const renamed: Readonly<Record<string, ProviderId>> = {
  google: "gemini",
  "amazon-bedrock": "bedrock",
  togetherai: "together",
  "fireworks-ai": "fireworks",
};

/**
 * 39 rows say, instead of the provider's id, how that one model is reached: models.dev lets a row
 * override the client package and base URL of its provider in a field of the same name, which the
 * snapshot then kept. The base URL says whose row it is; each stands among that provider's rows.
 */
const providerByAddress: readonly (readonly [RegExp, ProviderId])[] = [
  [/\.services\.ai\.azure\.com\//, "azure"],
  [/^https:\/\/bedrock-mantle\./, "bedrock"],
  [/^https:\/\/api\.cohere\.ai\//, "cohere"],
];

/** Our id of a row's provider; undefined where it is none of ours, such as Google Vertex. */
export const providerOf = (provider: RowProvider): ProviderId | undefined => {
  if (typeof provider !== "string")
    return providerByAddress.find(([address]) => address.test(provider.api ?? ""))?.[1];
  const id = renamed[provider] ?? provider;
  return isProviderId(id) ? id : undefined;
};

/**
 * Whether a row is served at its provider's chat endpoint (`own`), or elsewhere: Claude on Azure
 * speaks Anthropic's dialect and Bedrock's mantle rows OpenAI's Responses, each at a host of its
 * own. Cohere's compatibility endpoint takes all of Cohere's models, so it counts as its own.
 */
export const dialectOf = (provider: RowProvider): "own" | "other" =>
  typeof provider === "string" || providerOf(provider) === "cohere" ? "own" : "other";
