import { type Catalog, createCatalog } from "./catalog";
import { offerFromRow } from "./from-row";
import type { Offer } from "./offer";
import type { OfferFile } from "./offer-row";
import anthropic from "./offers/anthropic.json";
import azure from "./offers/azure.json";
import bedrock from "./offers/bedrock.json";
import cerebras from "./offers/cerebras.json";
import cohere from "./offers/cohere.json";
import deepseek from "./offers/deepseek.json";
import fireworks from "./offers/fireworks.json";
import gemini from "./offers/gemini.json";
import groq from "./offers/groq.json";
import mistral from "./offers/mistral.json";
import openai from "./offers/openai.json";
import openrouter from "./offers/openrouter.json";
import perplexity from "./offers/perplexity.json";
import together from "./offers/together.json";
import xai from "./offers/xai.json";
import { catalogVersion } from "./sources";

// Held to `offerFileSchema` when written and by a test, not here: a cold start must not wait for it.
const files = [
  openai,
  anthropic,
  gemini,
  bedrock,
  azure,
  mistral,
  groq,
  deepseek,
  xai,
  together,
  fireworks,
  openrouter,
  cohere,
  perplexity,
  cerebras,
] as readonly unknown[] as readonly OfferFile[];

/**
 * The catalog that is shipped.
 *
 * @param extra - offers that are not in it, such as the sandbox's or an organization's own; they
 *   come first, and one with the name of a shipped offer stands in its place.
 */
export const loadCatalog = (extra: readonly Offer[] = []): Catalog => {
  const taken = new Set(extra.map((offer) => `${offer.provider}/${offer.id}`));
  const shipped = files.flatMap(({ provider, offers }) =>
    offers.map((row) => offerFromRow(provider, row)),
  );
  return createCatalog(catalogVersion, [
    ...extra,
    ...shipped.filter((offer) => !taken.has(`${offer.provider}/${offer.id}`)),
  ]);
};
