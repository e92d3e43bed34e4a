import type { Catalog } from "../catalog/catalog";
import type { Offer, OfferName } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";
import type { Classification, Classifier } from "./classification";
import type { RouteDecision, UnlistedOffer } from "./decision";
import { type Pinned, pinTo, refused, shownName } from "./pin";
import { type PreparedOffer, prepareOffer } from "./prepared-offer";
import { readPinned, resolveModel } from "./resolve";
import { route } from "./route";
import type { RouteInput, Router } from "./route-input";
import { storable } from "./storable-classification";

/** Decides a request whose task and difficulty are known. */
export type Decider = (input: RouteInput, classification: Classification) => RouteDecision;

/**
 * Prepares a catalog once, and then decides one request at a time: reads what the caller asked for,
 * rules out what can't take the request, and of the rest that keep the promise of the mode chooses
 * the cheapest.
 *
 * @param classify - reads task and difficulty from the conversation.
 */
export const createRouter = (catalog: Catalog, classify: Classifier): Router => {
  const decider = createDecider(catalog);
  return (input) => decider(input, storable(classify(input.conversation)));
};

/** The router without its classifier: what a recorded classification is decided by anew. */
export const createDecider = (catalog: Catalog): Decider => {
  const prepared = new Map<Offer, PreparedOffer>();
  const byProvider = new Map<ProviderId, PreparedOffer[]>();
  for (const offer of catalog.offers) {
    const ready = prepareOffer(offer);
    prepared.set(offer, ready);
    const group = byProvider.get(offer.provider);
    if (group === undefined) byProvider.set(offer.provider, [ready]);
    else group.push(ready);
  }
  const shelf: Shelf = {
    catalog,
    byProvider,
    prepare: (offer) => prepared.get(offer) ?? prepareOffer(offer),
  };
  return (input, classification) => decide(shelf, input, classification);
};

/** The catalog, made ready. */
type Shelf = {
  readonly catalog: Catalog;
  readonly byProvider: ReadonlyMap<ProviderId, readonly PreparedOffer[]>;
  readonly prepare: (offer: Offer) => PreparedOffer;
};

const decide = (shelf: Shelf, input: RouteInput, classification: Classification): RouteDecision => {
  const { hasCredential, mode, organization } = input;
  const disabled = new Set<OfferName>(organization.disabledOffers);
  const resolved = resolveModel(input.model, shelf.catalog, { hasCredential, disabled });
  const choosing = { input, classification, disabled, byProvider: shelf.byProvider };
  const pin = (offer: Offer | UnlistedOffer, by: Pinned["by"], reason: string) =>
    pinTo(offer, by, reason, input, classification, choosing);
  switch (resolved.kind) {
    case "unknown":
      return refused("unknown-model", resolved.message, classification);
    case "pinned":
      return pin(resolved.offer, "name", `${shownName(resolved.offer)} is pinned by its name`);
    case "named":
      if (mode === "off") {
        return pin(
          resolved.offer,
          "mode-off",
          `${shownName(resolved.offer)} as asked, routing is off`,
        );
      }
      return route(choosing, shelf.prepare(resolved.offer));
    case "auto": {
      if (mode !== "off") return route(choosing, undefined);
      const { baselineModel } = organization;
      const baseline = baselineModel && readPinned(baselineModel, shelf.catalog);
      if (baseline) {
        return pin(baseline, "mode-off", `${shownName(baseline)} is the baseline, routing is off`);
      }
      return refused("auto-without-routing", autoWithoutRouting, classification);
    }
  }
};

const autoWithoutRouting =
  'model "auto" needs a router, and the routing mode is off; name a model, choose a baseline model ' +
  "for auto, or set the routing mode to quality, balanced or cost";
