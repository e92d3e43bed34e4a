import type { Offer, OfferName } from "../catalog/offer";
import { offerName } from "../catalog/offer";
import { answersInText, isStandIn } from "./chat-model";
import { reasonsUnasked } from "./expected-output";
import { countsImagesApart } from "./image-tokens";
import type { Prior } from "./prior";
import { priorsOf } from "./priors-of";
import { cautiousAbility } from "./quality";
import { type WireLimits, wireLimitsOf } from "./wire-limits";

/** An offer with all that a decision needs and that no request changes: worked out once. */
export type PreparedOffer = {
  readonly offer: Offer;
  readonly name: OfferName;
  readonly answersInText: boolean;
  readonly isStandIn: boolean;
  readonly wire: WireLimits;
  readonly ability: number;
  /** One for each task, in the order of `tasks`. */
  readonly priors: readonly Prior[];
  readonly reasonsUnasked: boolean;
  readonly countsImagesApart: boolean;
};

export const prepareOffer = (offer: Offer): PreparedOffer => ({
  offer,
  name: offerName(offer),
  answersInText: answersInText(offer),
  isStandIn: isStandIn(offer),
  wire: wireLimitsOf(offer),
  ability: cautiousAbility(offer.ability),
  priors: priorsOf(offer),
  reasonsUnasked: reasonsUnasked(offer),
  countsImagesApart: countsImagesApart(offer),
});
