import type { Catalog } from "../catalog/catalog";
import type { Offer, OfferName } from "../catalog/offer";
import { offerName } from "../catalog/offer";
import { isProviderId, type ProviderId } from "../catalog/provider-id";
import type { UnlistedOffer } from "./decision";
import { editDistance } from "./edit-distance";
import { printable } from "./printable";

/** What a caller's `model` means. */
export type ResolvedModel =
  | { readonly kind: "auto" }
  /** That offer and no other. */
  | { readonly kind: "pinned"; readonly offer: Offer | UnlistedOffer }
  /** A ceiling and a yardstick. */
  | { readonly kind: "named"; readonly offer: Offer }
  | { readonly kind: "unknown"; readonly message: string };

/** What may be preferred among offers of the same name. */
export type Preferences = {
  readonly hasCredential: (provider: ProviderId) => boolean;
  readonly disabled: ReadonlySet<OfferName>;
};

/**
 * Whose offer a bare name means, of those that can be called: the makers of models first, then the
 * clouds, then hosts of open models, then those that pass on. Makers list their own models alone,
 * so the first of this list that has the name is its maker.
 */
const order: readonly ProviderId[] = [
  "openai",
  "anthropic",
  "gemini",
  "mistral",
  "deepseek",
  "xai",
  "cohere",
  "perplexity",
  "azure",
  "bedrock",
  "groq",
  "cerebras",
  "together",
  "fireworks",
  "openrouter",
  "custom",
  "sandbox",
];

/**
 * Reads the `model` of a request:
 *
 * - `auto` leaves the choice to the router;
 * - `provider/model`, its first segment a provider's id, pins that offer, also one that the catalog
 *   does not know; the model's own name may hold slashes (`openrouter/meta-llama/llama-4`);
 * - any other text is a model's bare name (`gpt-4o`, `meta-llama/Llama-3.3-70B`): the offer of its
 *   maker, an offer that can be called going before one that can't.
 */
export const resolveModel = (
  model: string,
  catalog: Catalog,
  preferences: Preferences,
): ResolvedModel => {
  if (model === "auto") return { kind: "auto" };
  const pinned = readPinned(model, catalog);
  if (pinned !== undefined) return { kind: "pinned", offer: pinned };
  const [first, ...rest] = catalog.named(model);
  if (first === undefined) return { kind: "unknown", message: unknownModel(model, catalog) };
  let best = first;
  for (const offer of rest) if (rank(offer, preferences) < rank(best, preferences)) best = offer;
  return { kind: "named", offer: best };
};

/** `provider/model` as an offer; undefined where the text has no provider's id in front. */
export const readPinned = (model: string, catalog: Catalog): Offer | UnlistedOffer | undefined => {
  const slash = model.indexOf("/");
  const provider = model.slice(0, Math.max(0, slash));
  const id = model.slice(slash + 1);
  if (!isProviderId(provider) || id === "") return undefined;
  return catalog.find(`${provider}/${id}`) ?? { provider, id, unlisted: true };
};

/** Lower goes first: callable, then not retired, then priced, then by the order of providers. */
const rank = (offer: Offer, { hasCredential, disabled }: Preferences): number => {
  const callable = hasCredential(offer.provider) && !disabled.has(offerName(offer));
  return (
    (callable ? 0 : 400) +
    (offer.status === "active" ? 0 : 200) +
    (offer.prices.length > 0 ? 0 : 100) +
    order.indexOf(offer.provider)
  );
};

const unknownModel = (model: string, catalog: Catalog): string => {
  const close = closeMatches(model, catalog);
  const hint = close.length === 0 ? "" : ` did you mean ${close.join(", ")}?`;
  return (
    `model "${printable(model)}" is not in the catalog;${hint} ` +
    "write provider/model to pin a model that the catalog does not know, or auto to let the router choose"
  );
};

/** Names within a few typing errors, or that begin with what was written; at most three. */
const closeMatches = (model: string, catalog: Catalog): readonly string[] => {
  const wanted = model.toLowerCase();
  if (wanted === "" || wanted.length > 80) return [];
  const limit = Math.min(3, Math.floor(wanted.length / 4));
  const found = new Map<string, number>();
  for (const { id, status } of catalog.offers) {
    if (status === "retired" || found.has(id)) continue;
    const name = id.toLowerCase();
    const distance = editDistance(wanted, name, limit);
    if (distance <= limit) found.set(id, distance);
    else if (wanted.length >= 4 && name.startsWith(wanted)) found.set(id, limit + 1);
  }
  return [...found]
    .sort(([a, nearA], [b, nearB]) => nearA - nearB || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([id]) => printable(id));
};
