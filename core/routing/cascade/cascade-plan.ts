import type { Offer } from "../../catalog/offer";
import type { PicoUsd } from "../../money/amounts";
import type { CascadeOff } from "./cascade-outcome";

/** Which model to try before the reference, and what that is expected to come to. */
export type CascadePlan =
  | {
      readonly kind: "first";
      readonly first: Offer;
      /** Predicted quality of `first`, in percent of the reference's. */
      readonly score: number;
      /** Probability, 0 to 1, that its answer will not do and the reference is asked as well. */
      readonly escalation: number;
      /** Of the first call and, by that probability, the second. */
      readonly expectedCost: PicoUsd;
    }
  | { readonly kind: "off"; readonly why: CascadeOff };
