import type { OfferName } from "../catalog/offer";
import { isProviderId, type ProviderId } from "../catalog/provider-id";
import { planCascade } from "./cascade/plan-cascade";
import type { Classification } from "./classification";
import type { RouteDecision } from "./decision";
import type { Ask } from "./eligible";
import { expectOutput } from "./expected-output";
import {
  betterFirst,
  candidatesOf,
  cheaperFirst,
  makeshiftReason,
  percentOf,
  reasonOf,
} from "./explain";
import { acceptedQuality } from "./mode";
import { pinTo, shownName } from "./pin";
import type { PreparedOffer } from "./prepared-offer";
import { refuse } from "./refuse";
import type { RouteInput } from "./route-input";
import { smallest } from "./smallest";
import { explainWarm, placeToStay } from "./stay";
import { stillWarm } from "./warm-cache";
import { type Fit, measureYardstick, type Pricing, weigh, type Yardstick } from "./weigh";

/** The chosen offer and two more to fall back to. */
const longestOrder = 3;

/** What `route` chooses for, beside the request. */
export type Choosing = {
  readonly input: RouteInput;
  readonly classification: Classification;
  readonly disabled: ReadonlySet<OfferName>;
  readonly byProvider: ReadonlyMap<ProviderId, readonly PreparedOffer[]>;
};

/**
 * Of the offers that fit and keep the promise of the mode, the cheapest, with its fallbacks.
 *
 * @param asked - the model that the caller named; undefined for `auto`.
 */
export const route = (choosing: Choosing, asked: PreparedOffer | undefined): RouteDecision => {
  const { input, classification, disabled, byProvider } = choosing;
  const pricing = pricingOf(input, classification);
  const yardstick = asked && measureYardstick(asked, pricing);
  if (asked !== undefined && yardstick === undefined) {
    const reason = `${shownName(asked.offer)} has no price to hold other models against`;
    return pinTo(asked.offer, "name", reason, input, classification, choosing);
  }
  const groups = [...byProvider].filter(([provider]) => input.hasCredential(provider));
  const providers = groups.map(([provider]) => provider);
  const ask = askOf(input, pricing, disabled, providers, asked);
  const { fits, ruledOut } = weigh(
    groups.map(([, offers]) => offers),
    ask,
    pricing,
    yardstick,
  );
  if (asked !== undefined && !input.hasCredential(asked.offer.provider)) {
    ruledOut.push({ prepared: asked, verdict: "no-credential" });
  }
  const reference = yardstick ?? smallest(fits, 1, betterFirst)[0];
  const bar = reference === undefined ? 0 : reference.quality * acceptedQuality[input.mode];
  const clearing = fits.filter(({ quality }) => quality >= bar);
  const belowBar = fits.filter(({ quality }) => quality < bar);
  const order = orderOf(clearing, yardstick, placeToStay(fits, clearing, pricing));
  // With nothing but canned answers to give, the promise is moot: the ablest stands in.
  const makeshift = order.length === 0 && providers.every((provider) => provider === "sandbox");
  if (makeshift) order.push(...smallest(belowBar, 1, betterFirst));
  const referenceQuality = reference?.quality;
  const findings = { order, clearing, belowBar, ruledOut, asked, referenceQuality };
  const [chosen, ...others] = order;
  if (chosen === undefined || reference === undefined) {
    return refuse({ classification, ask, anyCredential: groups.length > 0 }, findings);
  }
  const reason = makeshift
    ? makeshiftReason(chosen, reference)
    : reasonOf(chosen, reference, acceptedQuality[input.mode], asked === undefined);
  return {
    kind: "routed",
    order: [chosen.prepared.offer, ...others.map(({ prepared }) => prepared.offer)],
    reference: reference.prepared.offer,
    mode: input.mode,
    classification,
    scores: order.map(({ quality }) => percentOf(quality, reference.quality)),
    candidates: candidatesOf(findings),
    ...(input.cascade === true && { cascade: planCascade(fits, reference) }),
    reason,
    ...explainWarm({ chosen, reference, fits, ruledOut, pricing, reason }),
  };
};

const pricingOf = (
  { conversation, organization, nowMs, warm }: RouteInput,
  classification: Classification,
): Pricing => ({
  classification,
  use: {
    input: conversation.estimatedInputTokens,
    output: expectOutput(classification, conversation),
    maxOutput: conversation.maxOutputTokens,
    choices: Math.max(1, conversation.needs.choices),
  },
  overrides: organization.priceOverrides,
  feedback: organization.feedback,
  nowMs,
  reasoningAsked: conversation.needs.reasoning,
  warm: stillWarm(warm, nowMs),
  cacheAsked: conversation.cacheAsked,
});

const askOf = (
  { conversation, organization, hasCredential, circuitOpen, uncarried }: RouteInput,
  { use }: Pricing,
  disabled: ReadonlySet<OfferName>,
  providers: readonly ProviderId[],
  asked: PreparedOffer | undefined,
): Ask => ({
  conversation,
  output: use.output,
  disabled,
  hasCredential,
  circuitOpen,
  uncarried,
  // For `auto`, the baseline tells whose dialect the caller had in mind.
  onlyProvider: asked?.offer.provider ?? providerOf(organization.baselineModel),
  unportable: conversation.needs.unportableFields.length > 0,
  sandboxAside: providers.some((provider) => provider !== "sandbox"),
});

const providerOf = (name: OfferName | undefined): ProviderId | undefined => {
  const provider = name?.split("/", 1)[0] ?? "";
  return isProviderId(provider) ? provider : undefined;
};

/**
 * The place to stay or else the cheapest that clears the bar; then the next cheapest, of the same cost one of another provider
 * first; the model asked for is among them wherever it fits.
 */
const orderOf = (
  clearing: readonly Fit[],
  yardstick: Yardstick | undefined,
  stay: Fit | undefined,
): Fit[] => {
  const chosen = stay ?? smallest(clearing, 1, cheaperFirst)[0];
  if (chosen === undefined) return [];
  const { provider } = chosen.prepared.offer;
  const elsewhere = (fit: Fit): number => (fit.prepared.offer.provider === provider ? 1 : 0);
  const next = smallest(
    clearing.filter((fit) => fit !== chosen),
    longestOrder - 1,
    (a, b) => a.cost - b.cost || elsewhere(a) - elsewhere(b) || cheaperFirst(a, b),
  );
  const order = [chosen, ...next];
  const asked = clearing.find((fit) => fit === yardstick);
  if (asked === undefined || order.includes(asked)) return order;
  return [...order.slice(0, longestOrder - 1), asked];
};
