import type { Offer, OfferName } from "../catalog/offer";
import type { PicoUsd, Tokens } from "../money/amounts";
import type { CascadePlan } from "./cascade/cascade-plan";
import type { Classification } from "./classification";
import type { RoutingMode } from "./mode";

/** Why an offer was or was not the one. */
export type Verdict =
  | "chosen"
  | "dearer-than-chosen"
  /** Would cost less now, but the conversation stays where its cache or its tool loop is. */
  | "cheaper-but-cold"
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
  /** The request says what the offer's dialect has no word for. */
  | "untranslatable"
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

/** What became of the offer where the conversation was answered last. */
export type WarmOutcome = {
  readonly offer: OfferName;
  /** So much of the input was expected to be read from its cache. */
  readonly cachedTokens: Tokens;
  /**
   * Where the conversation stays: what the cache is expected to save on this request. Where it
   * leaves: what staying would have cost more, below 0 where leaving is the dearer way.
   */
  readonly worth: PicoUsd;
};

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
      /** Absent where the conversation had nothing to return to. */
      readonly warm?: WarmOutcome;
      /** Present where one was wanted: `order` is what holds without it. */
      readonly cascade?: CascadePlan;
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
