import type { Catalog } from "../../../core/catalog/catalog";
import type { Offer, OfferName } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import { RequestError } from "../../../core/errors";
import type { Tokens } from "../../../core/money/amounts";
import type { OrganizationSettings } from "../../../core/ports/access-store";

/** What the gateway can call: models of the hosts that no adapter knows are left out. */
export const listedOffers = (
  { offers }: Catalog,
  { priceOverrides }: OrganizationSettings,
): readonly Offer[] => {
  const listed = offers.filter(({ kind }) => kind !== "other-api");
  const names = new Set<string>(offers.map(({ provider, id }) => `${provider}/${id}`));
  const own = (Object.keys(priceOverrides) as OfferName[]).filter((name) => !names.has(name));
  return [...listed, ...own.map(ownOffer)];
};

/**
 * A model that the catalog does not know, such as one of a customer's own server: it can be named as
 * provider/model, and has a price where the organization set one.
 */
export const ownOffer = (name: OfferName): Offer => {
  const slash = name.indexOf("/");
  const id = name.slice(slash + 1);
  return {
    provider: name.slice(0, slash) as ProviderId,
    id,
    name: id,
    status: "active",
    limits: { contextTokens: 0 as Tokens, outputTokens: 0 as Tokens },
    input: ["text"],
    output: ["text"],
    can: { tools: false, structuredOutput: false, reasoning: false, temperature: false },
    prices: [],
    ability: { score: 0, basis: "declared", source: "own" },
    source: "own",
    takenOn: "",
  };
};

export const unknownOffer = (name: string): RequestError =>
  new RequestError(
    404,
    "unknown_model",
    `${name} is not in the catalog; GET /api/models lists what is`,
    { param: "body.offer" },
  );
