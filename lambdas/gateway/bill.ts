import type { Offer } from "../../core/catalog/offer";
import { savedOf } from "../../core/money/savings";
import { addCharges } from "../../core/usage/charge";
import type { UsageEvent } from "../../core/usage/usage-event";
import { chargeOf, priceAnswer } from "./charge";
import type { GatewayDeps } from "./deps";
import type { Ending, Ledger } from "./ledger";
import { priceOf } from "./target";

export type Bill = Pick<
  UsageEvent,
  | "tokens"
  | "tokensFrom"
  | "units"
  | "serviceTier"
  | "cost"
  | "reference"
  | "referenceCost"
  | "saved"
>;

/**
 * The offer that a saving is measured against: the model asked for; for `auto` the organization's
 * baseline, if it set one.
 */
const referenceOf = (
  { decision, requested, caller, reference }: Ledger,
  { catalog }: GatewayDeps,
): Offer | undefined => {
  if (reference) return reference;
  if (requested === "auto") {
    const { baselineModel } = caller.organization;
    return baselineModel === undefined ? undefined : catalog.find(baselineModel);
  }
  if (decision?.kind === "routed") return decision.reference;
  if (decision?.kind !== "pinned") return undefined;
  const [offer] = decision.order;
  return "unlisted" in offer ? undefined : offer;
};

/** What a request cost, and what it would have cost as it was asked for. */
export const billOf = (ledger: Ledger, ending: Ending, deps: GatewayDeps): Bill => {
  const given = chargeOf(ledger, ending);
  const { discarded } = ledger.cascade ?? {};
  const charge = discarded ? addCharges(given, discarded) : given;
  const offer = referenceOf(ledger, deps);
  if (!offer) return { ...charge, referenceCost: null, saved: null };
  // The reference alone would have given one answer, and nothing to discard.
  const card = priceOf(offer, ledger.caller, ledger.startedAt);
  const referenceCost = priceAnswer(given.tokens, card, offer, ending);
  return {
    ...charge,
    reference: { provider: offer.provider, model: offer.id },
    referenceCost,
    saved: savedOf(referenceCost, charge.cost),
  };
};
