import type { Offer } from "../../core/catalog/offer";
import type { PicoUsd } from "../../core/money/amounts";
import { costOf } from "../../core/money/cost";
import type { PriceCard } from "../../core/money/price-card";
import { savedOf } from "../../core/money/savings";
import type { UsageEvent } from "../../core/usage/usage-event";
import { countTokens } from "./count-tokens";
import type { GatewayDeps } from "./deps";
import type { Ending, Ledger } from "./ledger";
import { priceOf } from "./target";

export type Bill = Pick<
  UsageEvent,
  "tokens" | "tokensFrom" | "cost" | "reference" | "referenceCost" | "saved"
>;

/**
 * The offer that a saving is measured against: the model asked for; for `auto` the organization's
 * baseline, if it set one.
 */
const referenceOf = (
  { decision, requested, caller }: Ledger,
  { catalog }: GatewayDeps,
): Offer | undefined => {
  if (requested === "auto") {
    const { baselineModel } = caller.organization;
    return baselineModel === undefined ? undefined : catalog.find(baselineModel);
  }
  if (decision?.kind === "routed") return decision.reference;
  if (decision?.kind !== "pinned") return undefined;
  const [offer] = decision.order;
  return "unlisted" in offer ? undefined : offer;
};

const none = 0 as PicoUsd;

/** What a request cost, and what it would have cost as it was asked for. */
export const billOf = (ledger: Ledger, ending: Ending, deps: GatewayDeps): Bill => {
  const counted = countTokens(ledger, ending);
  const { target, otherRates } = ending;
  const charge = (card: PriceCard | undefined): PicoUsd | null =>
    card && otherRates !== true ? costOf(counted.tokens, card) : null;
  const cost = target ? charge(target.card) : none;
  const offer = referenceOf(ledger, deps);
  if (!offer) return { ...counted, cost, referenceCost: null, saved: null };
  const referenceCost = charge(priceOf(offer, ledger.caller, ledger.startedAt));
  return {
    ...counted,
    cost,
    reference: { provider: offer.provider, model: offer.id },
    referenceCost,
    saved: savedOf(referenceCost, cost),
  };
};
