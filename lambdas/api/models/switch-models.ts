import { offerName } from "../../../core/catalog/offer";
import type { updateModel } from "../../../core/contract/models";
import type { ApiRequest } from "../handler";
import { notFound } from "../problems";
import { settingsOf } from "../settings-of";
import { listedOffers, unknownOffer } from "./find-offer";
import { openShelf } from "./open-shelf";
import type { ModelsParts } from "./parts";
import { toModelAnswer } from "./to-answer";

/** Switches offers on or off, all of them or, where one is unknown, none. */
export const switchModels = async (
  { actor: { organization }, body, note }: ApiRequest<typeof updateModel>,
  parts: ModelsParts,
) => {
  const known = listedOffers(parts.catalog, await settingsOf(parts.registry, organization));
  const byName = new Map(known.map((offer) => [offerName(offer), offer]));
  const names = [...new Set(body.offers)];
  const offers = names.map((name) => {
    const offer = byName.get(name);
    if (!offer) throw unknownOffer(name);
    return offer;
  });
  const settings = await parts.registry.updateOrganization(organization, (present) => {
    const rest = present.disabledOffers.filter((name) => !names.includes(name));
    return { ...present, disabledOffers: body.enabled ? rest : [...rest, ...names] };
  });
  if (!settings) throw notFound("organization");
  note({ target: names.join(" ").slice(0, 300), details: { ...body } });
  const shelf = await openShelf(organization, settings, parts);
  return { models: offers.map((offer) => toModelAnswer(offer, shelf)) };
};
