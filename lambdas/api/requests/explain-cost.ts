import type { Catalog } from "../../../core/catalog/catalog";
import { type OfferName, offerName } from "../../../core/catalog/offer";
import type { AnswerOf } from "../../../core/contract/operation";
import type { getRequest } from "../../../core/contract/requests";
import { cardAt } from "../../../core/money/card-at";
import { type Billed, costLines } from "../../../core/money/cost-lines";
import { policyIn } from "../../../core/routing/policy-text";
import type { RoutingPolicy } from "../../../core/routing/route-input";
import type { UsageEvent } from "../../../core/usage/usage-event";

type CostAnswer = AnswerOf<typeof getRequest>["cost"];
type Model = NonNullable<UsageEvent["used"]>;

/** What was billed, and by whom: of a cascade that went on both answers, each at its own price. */
const charges = (event: UsageEvent): readonly (Billed & { readonly model?: Model })[] => {
  if (!event.attempts.some(({ check }) => check === "failed")) {
    return [{ ...event, ...(event.used && { model: event.used }) }];
  }
  return event.attempts.flatMap(({ provider, model, tokens, cost = null, units, serviceTier }) =>
    tokens ? [{ tokens, cost, units, serviceTier, model: { provider, model } }] : [],
  );
};

const sumOf = (lines: CostAnswer["lines"]): bigint =>
  lines.reduce((sum, { cost }) => sum + BigInt(cost ?? 0), 0n);

/**
 * A request's cost as bucket × rate, at the prices of its time with the overrides of its time where
 * the record tells them.
 */
export const explainCost = (
  event: UsageEvent,
  catalog: Catalog,
  today: RoutingPolicy,
): CostAnswer => {
  const overrides = (policyIn(event.routing ?? {}, today)?.policy ?? today).priceOverrides;
  const lines = charges(event).flatMap(({ model, ...billed }) => {
    if (!model) return costLines(billed, undefined, { provider: "custom", id: "" }).map(unnamed);
    const offer = { provider: model.provider, id: model.model };
    const name: OfferName = offerName(offer);
    const own = overrides[name];
    const listed = catalog.find(name);
    const card =
      (own && cardAt({ prices: [own] }, event.at)) ?? (listed && cardAt(listed, event.at));
    return costLines(billed, card, offer).map((line) => ({ ...unnamed(line), offer: name }));
  });
  // Each answer's lines are exact or none; so must the whole be.
  const known = event.cost !== null && sumOf(lines) === BigInt(event.cost);
  return {
    lines: known ? lines : lines.map((line) => ({ ...line, rate: null, cost: null })),
    tokensFrom: event.tokensFrom,
    serviceTier: event.serviceTier ?? null,
    referenceCost: event.referenceCost === null ? null : String(event.referenceCost),
  };
};

const unnamed = ({
  cost,
  ...line
}: ReturnType<typeof costLines>[number]): CostAnswer["lines"][number] => ({
  ...line,
  offer: null,
  cost: cost === null ? null : String(cost),
});
