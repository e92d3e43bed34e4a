import type { Catalog } from "../../core/catalog/catalog";
import type { Offer } from "../../core/catalog/offer";
import type { PicoUsd } from "../../core/money/amounts";
import { cardAt } from "../../core/money/card-at";
import { priceUsage } from "../../core/money/price-usage";
import { savedOf } from "../../core/money/savings";
import type { RoutingPolicy } from "../../core/routing/route-input";
import type { UsageEvent } from "../../core/usage/usage-event";
import type { Decided } from "./decide-demo";
import type { DemoEnding } from "./end-demo";

type Bill = Pick<UsageEvent, "cost" | "reference" | "referenceCost" | "saved">;

const referenceOf = (
  { input, decision }: Decided,
  { baselineModel }: RoutingPolicy,
  catalog: Catalog,
): Offer | undefined => {
  if (input.model === "auto") return baselineModel && catalog.find(baselineModel);
  if (decision.kind === "routed") return decision.reference;
  const offer = decision.kind === "pinned" ? decision.order[0] : undefined;
  return offer && "prices" in offer ? offer : undefined;
};

/** What the request cost at the prices of its day, and what it would have cost as it was asked for. */
export const billDemo = (
  decided: Decided,
  { tokens, target }: DemoEnding,
  policy: RoutingPolicy,
  catalog: Catalog,
): Bill => {
  const priced = (offer: Offer): PicoUsd | null => {
    const own = policy.priceOverrides[`${offer.provider}/${offer.id}`];
    const card = own ?? cardAt(offer, decided.input.nowMs);
    return priceUsage({ tokens }, card, offer);
  };
  const listed = target && "prices" in target ? target : undefined;
  const cost = target === undefined ? (0 as PicoUsd) : listed ? priced(listed) : null;
  const reference = referenceOf(decided, policy, catalog);
  if (!reference) return { cost, referenceCost: null, saved: null };
  const { provider, id: model } = reference;
  const referenceCost = priced(reference);
  return {
    cost,
    reference: { provider, model },
    referenceCost,
    saved: savedOf(referenceCost, cost),
  };
};
