import { type Offer, offerName } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { ModelAnswer, PricesAnswer } from "../../../core/contract/models";
import type { Tokens } from "../../../core/money/amounts";
import { cardAt } from "../../../core/money/card-at";
import { costOf } from "../../../core/money/cost";
import type { PriceCard } from "../../../core/money/price-card";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import { noTokens } from "../../../core/usage/token-buckets";

/** How an organization has the catalog. */
export type Shelf = {
  readonly settings: OrganizationSettings;
  /** Providers that it has a credential of. */
  readonly held: ReadonlySet<ProviderId>;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
};

const typicalTokens = {
  ...noTokens,
  freshInput: 500 as Tokens,
  visibleOutput: 200 as Tokens,
};

const pricesOf = (card: PriceCard): PricesAnswer => {
  const [first, second] = card.tiers;
  return {
    input: first.input,
    output: first.output,
    cacheRead: first.cacheRead ?? null,
    cacheWrite5m: first.cacheWrite5m ?? null,
    cacheWrite1h: first.cacheWrite1h ?? null,
    reasoning: first.reasoning ?? null,
    dearerAbove: second?.aboveInputTokens ?? null,
    source: card.source,
    takenOn: card.takenOn,
  };
};

/** ISO days sort as texts do. */
const latest = (days: readonly (string | undefined)[]): string =>
  days.reduce<string>((last, day = "") => (day > last ? day : last), "");

const statusOf = (
  { provider, status }: Offer,
  enabled: boolean,
  priced: boolean,
  { held }: Shelf,
): ModelAnswer["status"] => {
  if (status === "retired") return "retired";
  if (!held.has(provider)) return "no-credential";
  if (!priced) return "unpriced";
  return enabled ? "enabled" : "off";
};

/** An offer as the organization has it: with its own switch and price. */
export const toModelAnswer = (offer: Offer, shelf: Shelf): ModelAnswer => {
  const { settings, now } = shelf;
  const name = offerName(offer);
  const own = settings.priceOverrides[name];
  const listed = cardAt(offer, now);
  const card = own ?? listed;
  const enabled = !settings.disabledOffers.includes(name);
  return {
    offer: name,
    model: offer.id,
    name: offer.name,
    provider: offer.provider,
    status: statusOf(offer, enabled, card !== undefined, shelf),
    enabled,
    prices: card ? pricesOf(card) : null,
    typical: card ? String(costOf(typicalTokens, card)) : null,
    overridden: own !== undefined,
    replaced: own && listed ? pricesOf(listed) : null,
    contextTokens: offer.limits.contextTokens,
    outputTokens: offer.limits.outputTokens,
    can: {
      tools: offer.can.tools,
      structuredOutput: offer.can.structuredOutput,
      reasoning: offer.can.reasoning,
      images: offer.input.includes("image"),
      audio: offer.input.includes("audio"),
    },
    updatedOn: latest([offer.takenOn, card?.takenOn]),
  };
};

/** The enabled first, then by typical cost, those without a price last. */
export const compareModels = (a: ModelAnswer, b: ModelAnswer): number =>
  Number(a.status !== "enabled") - Number(b.status !== "enabled") ||
  Number(a.typical ?? Number.MAX_VALUE) - Number(b.typical ?? Number.MAX_VALUE) ||
  (a.offer < b.offer ? -1 : 1);
