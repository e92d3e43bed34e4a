import { type Offer, type OfferName, offerName } from "./offer";

/** Every known offer, found by its full name or by the model's bare name. */
export type Catalog = {
  /** The day of its data, kept on each usage event. */
  readonly version: string;
  readonly offers: readonly Offer[];
  readonly find: (name: OfferName) => Offer | undefined;
  /** All offers with that model id, the order of the catalog kept. */
  readonly named: (model: string) => readonly Offer[];
};

/** Indexes offers once; look-ups are then constant time. */
export const createCatalog = (version: string, offers: readonly Offer[]): Catalog => {
  const byName = new Map<string, Offer>(offers.map((offer) => [offerName(offer), offer]));
  const byModel = new Map<string, Offer[]>();
  for (const offer of offers) {
    const same = byModel.get(offer.id);
    if (same) same.push(offer);
    else byModel.set(offer.id, [offer]);
  }
  return {
    version,
    offers,
    find: (name) => byName.get(name),
    named: (model) => byModel.get(model) ?? [],
  };
};
