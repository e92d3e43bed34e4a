import type { Offer, OfferName } from "../catalog/offer";
import type { PicoUsd } from "../money/amounts";
import type { Classification } from "./classification";
import type { RoutingMode } from "./mode";

/** Why an offer was or was not the one. */
export type Verdict =
  | "chosen"
  | "dearer-than-chosen"
  | "dearer-than-named"
  | "below-bar"
  | "no-credential"
  | "disabled"
  | "unpriced"
  | "retired"
  | "circuit-open"
  | "context-too-small"
  | "output-too-small"
  | "no-tools"
  | "no-image"
  | "image-tokens-apart"
  | "no-audio"
  | "no-pdf"
  | "no-json-schema"
  | "no-reasoning"
  | "no-logprobs"
  | "no-choices"
  | "no-temperature"
  | "no-stop"
  | "not-a-chat-model"
  | "unportable-fields"
  | "other-provider";

/** One offer as the decision saw it: enough to explain it and to replay it in another mode. */
export type Candidate = {
  readonly offer: OfferName;
  /** Predicted quality in percent of the reference's; absent where the offer was ruled out first. */
  readonly quality?: number;
  readonly expectedCost?: PicoUsd;
  readonly verdict: Verdict;
};

/** An offer that the catalog does not know: passed on as it is, unpriced. */
export type UnlistedOffer = Pick<Offer, "provider" | "id"> & { readonly unlisted: true };

export type RouteRefusal =
  | "unknown-model"
  | "auto-without-routing"
  | "no-credential"
  | "nothing-fits";

export type RouteDecision =
  | {
      readonly kind: "routed";
      /** The chosen offer first, then what to fall back to, at least as good and in order. */
      readonly order: readonly [Offer, ...Offer[]];
      /** The model asked for, whose quality and price are the yardstick; for `auto` the best. */
      readonly reference: Offer;
      readonly mode: RoutingMode;
      readonly classification: Classification;
      /** Predicted quality of each of `order`, in percent of the reference's, same index. */
      readonly scores: readonly number[];
      readonly candidates: readonly Candidate[];
      /** One sentence for `x-smashcost-routing`. */
      readonly reason: string;
    }
  | {
      readonly kind: "pinned";
      readonly order: readonly [Offer | UnlistedOffer];
      readonly by: "name" | "mode-off";
      readonly mode: RoutingMode;
      readonly classification: Classification;
      readonly reason: string;
    }
  | {
      readonly kind: "refused";
      readonly refusal: RouteRefusal;
      readonly classification: Classification;
      readonly candidates: readonly Candidate[];
      /** What is wrong, the value given, the way out. */
      readonly message: string;
    };
