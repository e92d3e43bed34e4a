import type { Offer, OfferName } from "../catalog/offer";
import { offerName } from "../catalog/offer";
import { answersInText, isStandIn } from "./chat-model";
import { reasonsUnasked } from "./expected-output";
import { countsImagesApart } from "./image-tokens";
import type { Prior } from "./prior";
import { priorsOf } from "./priors-of";
import { cautiousStandingOf, type Standing, standingOf } from "./quality";
import { type WireLimits, wireLimitsOf } from "./wire-limits";

/** What is believed of an offer before a request is read. */
type Beliefs = {
  /** One for each task, in the order of `tasks`. */
  readonly priors: readonly Prior[];
  /** As the model asked for, and in its place. */
  readonly standing: Standing;
  readonly cautiousStanding: Standing;
};

/** An offer with all that a decision needs and that no request changes: worked out once. */
export type PreparedOffer = {
  readonly offer: Offer;
  readonly name: OfferName;
  readonly answersInText: boolean;
  readonly isStandIn: boolean;
  readonly wire: WireLimits;
  /** Worked out when first asked for: most offers of a catalog never are. */
  readonly beliefs: () => Beliefs;
  readonly reasonsUnasked: boolean;
  readonly countsImagesApart: boolean;
};

export const prepareOffer = (offer: Offer): PreparedOffer => {
  let beliefs: Beliefs | undefined;
  return {
    offer,
    name: offerName(offer),
    answersInText: answersInText(offer),
    isStandIn: isStandIn(offer),
    wire: wireLimitsOf(offer),
    beliefs: () => {
      beliefs ??= beliefsOf(offer);
      return beliefs;
    },
    reasonsUnasked: reasonsUnasked(offer),
    countsImagesApart: countsImagesApart(offer),
  };
};

const beliefsOf = (offer: Offer): Beliefs => {
  const priors = priorsOf(offer);
  return {
    priors,
    standing: standingOf(priors),
    cautiousStanding: cautiousStandingOf(priors),
  };
};
