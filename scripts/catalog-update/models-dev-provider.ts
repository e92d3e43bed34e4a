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
 * How a row is reached: at its provider's own endpoints (`own`), in Anthropic's dialect (Claude on
 * Azure), or at a host that no adapter knows: Bedrock's "mantle" and Azure's `/models`. Cohere's
 * compatibility endpoint takes all of Cohere's models, so it counts as its own.
 */
export const reachOf = (provider: RowProvider): "own" | "messages" | "elsewhere" => {
  if (typeof provider === "string" || providerOf(provider) === "cohere") return "own";
  const isClaude = providerOf(provider) === "azure" && provider.npm === "@ai-sdk/anthropic";
  return isClaude ? "messages" : "elsewhere";
};
