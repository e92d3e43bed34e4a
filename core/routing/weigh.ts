import type { Offer } from "../catalog/offer";
import type { Conversation } from "../chat/conversation";
import type { PicoUsd } from "../money/amounts";
import { cardAt } from "../money/card-at";
import { tierFor } from "../money/cost";
import type { PriceCard, PriceTier } from "../money/price-card";
import type { Classification } from "./classification";
import type { Verdict } from "./decision";
import { type Ask, firstObstacle, isUntranslatable } from "./eligible";
import { type ExpectedUse, expectedCost } from "./expected-cost";
import type { PreparedOffer } from "./prepared-offer";
import { qualityOf } from "./quality-of";
import type { RoutingPolicy } from "./route-input";
import { inputNow, type Warm } from "./warm-cache";

/** An offer that can take the request. */
export type Fit = {
  readonly prepared: PreparedOffer;
  /** Predicted quality, 0 to 1. */
  readonly quality: number;
  readonly cost: PicoUsd;
};

export type RuledOut = { readonly prepared: PreparedOffer; readonly verdict: Verdict };

/** The model asked for, as a measure for all others; it need not be callable itself. */
export type Yardstick = Fit & { readonly rates: PriceTier };

/** What one request is priced by. */
export type Pricing = {
  readonly classification: Classification;
  readonly use: ExpectedUse;
  readonly overrides: RoutingPolicy["priceOverrides"];
  readonly feedback: RoutingPolicy["feedback"];
  readonly nowMs: number;
  /** The caller asked for reasoning, so every model that can will reason. */
  readonly reasoningAsked: boolean;
  /** Where the conversation's beginning is cached. */
  readonly warm: Warm | undefined;
  readonly cacheAsked: Conversation["cacheAsked"];
};

/** The card that holds for an organization: its own price wins over the catalog's. */
const cardOf = (
  { offer, name }: PreparedOffer,
  { overrides, nowMs }: Pricing,
): PriceCard | undefined => {
  const own = overrides[name];
  return (own && cardAt({ prices: [own] }, nowMs)) ?? cardAt(offer, nowMs);
};

const costUnder = (
  { offer, reasonsUnasked }: PreparedOffer,
  card: PriceCard,
  { use, reasoningAsked, warm, cacheAsked }: Pricing,
  inputBy = inputNow,
): PicoUsd | undefined => {
  const input = inputBy(offer, { input: use.input, warm, cacheAsked });
  const reasons = offer.can.reasoning && (reasonsUnasked || reasoningAsked);
  return expectedCost(use, offer, card, reasons, input);
};

/** What the request would cost at an offer if its input were billed so; undefined: unpriced. */
export const costIf = (
  prepared: PreparedOffer,
  pricing: Pricing,
  inputBy: typeof inputNow,
): PicoUsd | undefined => {
  const card = cardOf(prepared, pricing);
  return card && costUnder(prepared, card, pricing, inputBy);
};

/**
 * Measures the model asked for, its ability taken as the catalog has it.
 *
 * @returns undefined where it is unpriced: then nothing can be compared with it.
 */
export const measureYardstick = (
  prepared: PreparedOffer,
  pricing: Pricing,
): Yardstick | undefined => {
  const card = cardOf(prepared, pricing);
  const cost = card && costUnder(prepared, card, pricing);
  if (card === undefined || cost === undefined) return undefined;
  const quality = qualityOf(prepared, pricing, false);
  return { prepared, quality, cost, rates: tierFor(pricing.use.input, card) };
};

/**
 * Holds every offer against a request: which fit, at what quality and cost, and why the others do
 * not. With a yardstick, nothing dearer than it fits: neither by its rate for input or for output,
 * nor by what the whole request is expected to cost.
 */
export const weigh = (
  offers: Iterable<readonly PreparedOffer[]>,
  ask: Ask,
  pricing: Pricing,
  yardstick: Yardstick | undefined,
): { readonly fits: readonly Fit[]; readonly ruledOut: RuledOut[] } => {
  const fits: Fit[] = [];
  const ruledOut: RuledOut[] = [];
  for (const group of offers) {
    for (const prepared of group) {
      const asked = prepared.offer === yardstick?.prepared.offer;
      const verdict = firstObstacle(prepared, ask, asked);
      const found = verdict ?? priced(prepared, pricing, yardstick);
      if (typeof found === "string") ruledOut.push({ prepared, verdict: found });
      else if (isUntranslatable(prepared, ask, asked)) {
        ruledOut.push({ prepared, verdict: "untranslatable" });
      } else fits.push(found);
    }
  }
  return { fits, ruledOut };
};

const priced = (
  prepared: PreparedOffer,
  pricing: Pricing,
  yardstick: Yardstick | undefined,
): Fit | Verdict => {
  if (prepared.offer === yardstick?.prepared.offer) return yardstick;
  const card = cardOf(prepared, pricing);
  if (card === undefined || isGift(prepared, card, pricing)) return "unpriced";
  const rates = tierFor(pricing.use.input, card);
  if (yardstick !== undefined && isDearer(rates, yardstick.rates)) return "dearer-than-named";
  const cost = costUnder(prepared, card, pricing);
  if (cost === undefined) return "unpriced";
  if (yardstick !== undefined && cost > yardstick.cost) return "dearer-than-named";
  // The same model at another provider is as able as the one asked for.
  const same = prepared.offer.id === yardstick?.prepared.offer.id;
  return {
    prepared,
    quality: same ? yardstick.quality : qualityOf(prepared, pricing, true),
    cost,
  };
};

const isDearer = (rates: PriceTier, named: PriceTier): boolean =>
  rates.input > named.input || rates.output > named.output;

/** Those whose offers are the operator's own, and may well cost nothing. */
const ownProviders: ReadonlySet<Offer["provider"]> = new Set(["custom", "sandbox"]);

/**
 * A provider's free offer would always be the cheapest; but it comes with rate limits, and often
 * with the right to keep the prompts. Nobody is moved to one unless the organization priced it so.
 */
const isGift = ({ offer, name }: PreparedOffer, card: PriceCard, pricing: Pricing): boolean =>
  card.tiers.every((tier) => tier.input === 0 && tier.output === 0) &&
  !ownProviders.has(offer.provider) &&
  pricing.overrides[name] === undefined;
