import { type Offer, offerName } from "../../../core/catalog/offer";
import { cardAt } from "../../../core/money/card-at";
import { tierFor } from "../../../core/money/cost";
import type { PriceTier } from "../../../core/money/price-card";
import type { RouteDecision } from "../../../core/routing/decision";
import { acceptedQuality } from "../../../core/routing/mode";
import type { Asking } from "./generated";

type Routed = Extract<RouteDecision, { kind: "routed" }>;

/** What a routed offer must never be, told from the plain facts and not by the router's own code. */
const faults = (world: Asking, offer: Offer, isAsked: boolean): readonly string[] => {
  const { needs, estimatedInputTokens, maxOutputTokens } = world.input.conversation;
  const { limits, can, input, output } = offer;
  const window = limits.contextTokens || (isAsked ? Infinity : 8_192);
  const most = limits.outputTokens || (isAsked ? Infinity : 4_096);
  const only = world.input.model === "auto" ? world.input.organization.baselineModel : undefined;
  const found: Record<string, boolean> = {
    "no key": !world.keys.includes(offer.provider),
    disabled: world.input.organization.disabledOffers.includes(offerName(offer)),
    retired: offer.status === "retired",
    "circuit open": world.broken.includes(offer.provider),
    "no chat": offer.kind === "embedding" || !output.includes("text") || offer.id.includes("embed"),
    unpriced: ratesOf(world, offer) === undefined,
    tools: needs.tools && !can.tools,
    image: needs.image && !input.includes("image"),
    pdf: needs.pdf && !input.includes("pdf"),
    audio: needs.audioOut && !output.includes("audio"),
    schema: needs.jsonSchema && !can.structuredOutput && !isAsked,
    reasoning: needs.reasoning && !can.reasoning,
    temperature: needs.temperature && !can.temperature,
    "Claude's n and logprobs":
      offer.provider === "anthropic" && (needs.choices > 1 || needs.logprobs),
    "o3's stop and logprobs": offerName(offer) === "openai/o3" && (needs.stop || needs.logprobs),
    context: estimatedInputTokens + (maxOutputTokens ?? 0) > window * 0.95,
    output: (maxOutputTokens ?? 0) > most,
    sandbox: offer.provider === "sandbox" && !isAsked && hasRealOffers(world),
    "unportable for auto":
      needs.unportableFields.length > 0 &&
      world.input.model === "auto" &&
      offer.provider !== "sandbox" &&
      !(only?.startsWith(`${offer.provider}/`) ?? false),
  };
  return Object.keys(found).filter((fault) => found[fault]);
};

const hasRealOffers = ({ offers, keys }: Asking): boolean =>
  offers.some(({ provider }) => provider !== "sandbox" && keys.includes(provider));

const ratesOf = ({ input }: Asking, offer: Offer): PriceTier | undefined => {
  const own = input.organization.priceOverrides[offerName(offer)];
  // A price of the organization's own holds from its day on, as any other does.
  const ownNow = own && cardAt({ prices: [own] }, input.nowMs);
  const card = ownNow ?? cardAt(offer, input.nowMs);
  return card && tierFor(input.conversation.estimatedInputTokens, card);
};

const expectedOf = ({ candidates }: Routed, offer: Offer): number | undefined =>
  candidates.find((one) => one.offer === offerName(offer))?.expectedCost;

/** All that may be called: what a cascade would try first, too. */
const calledIn = ({ order, cascade }: Routed): readonly Offer[] =>
  cascade?.kind === "first" ? [...order, cascade.first] : order;

/** No matcher of the tests', so that a hundred thousand requests can be held to it without them. */
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`the router broke a rule: ${what}`);
};

const checkRouted = (world: Asking, decision: Routed): void => {
  const named = world.input.model !== "auto";
  for (const offer of calledIn(decision)) {
    const name = offerName(offer);
    const found = faults(world, offer, named && offer === decision.reference);
    must(found.length === 0, `${name} may not be called: ${found.join(", ")}`);
    const rates = ratesOf(world, offer);
    const ceiling = ratesOf(world, decision.reference);
    if (!named || rates === undefined || ceiling === undefined) continue;
    must(rates.input <= ceiling.input, `${name} has a dearer input than the model named`);
    must(rates.output <= ceiling.output, `${name} has a dearer output than the model named`);
    const most = expectedOf(decision, decision.reference) ?? Infinity;
    must((expectedOf(decision, offer) ?? 0) <= most, `${name} costs more than the model named`);
    const { unportableFields } = world.input.conversation.needs;
    if (unportableFields.length > 0 && offer.provider !== "sandbox") {
      must(offer.provider === decision.reference.provider, `${name} may not know a field`);
    }
  }
};

/** Where only the sandbox can be called, its ablest model stands in and no promise is kept. */
const checkPromise = (world: Asking, { mode, scores, order, reason }: Routed): void => {
  const bar = acceptedQuality[mode] * 100;
  if (scores.every((score) => score >= bar - 0.05)) return;
  must(!hasRealOffers(world), `the promise of ${mode} is broken: ${scores.join(", ")}`);
  must(order.length === 1, "a makeshift has fallbacks");
  must(reason.includes("as only the sandbox has a key"), "a makeshift is not told of");
};

/** Its record tells of it, and of nothing cheaper that was passed over for it. */
const checkRecord = ({ order, scores, candidates }: Routed): void => {
  const names = order.map(offerName);
  must(names.length <= 3 && new Set(names).size === names.length, "the order is too long");
  must(scores.length === names.length, "a score is missing");
  must(candidates.length <= 8, "the record is too long");
  const [chosen, ...rest] = candidates;
  must(chosen?.offer === names[0] && chosen?.verdict === "chosen", "the chosen is not first");
  for (const { offer, verdict, expectedCost } of rest) {
    if (verdict !== "dearer-than-chosen") continue;
    must(
      (expectedCost ?? -1) >= (chosen?.expectedCost ?? 0),
      `${offer} is cheaper than the chosen`,
    );
  }
};

const checkPinned = (world: Asking, decision: Extract<RouteDecision, { kind: "pinned" }>): void => {
  const [offer] = decision.order;
  const { disabledOffers } = world.input.organization;
  must(world.keys.includes(offer.provider), "what is pinned has no key");
  must(!disabledOffers.includes(offerName(offer)), "what is pinned is disabled");
  must(decision.by !== "mode-off" || world.input.mode === "off", "routing was not off");
};

/**
 * Holds a decision against all that must be true of any.
 *
 * @throws Error that says which rule was broken.
 */
export const checkDecision = (world: Asking, decision: RouteDecision): void => {
  if (decision.kind === "routed") {
    checkRouted(world, decision);
    checkPromise(world, decision);
    checkRecord(decision);
  } else if (decision.kind === "pinned") checkPinned(world, decision);
  else must(decision.message.length > 20, "a refusal says too little");
  const said = decision.kind === "refused" ? decision.message : decision.reason;
  must(/^[ -~]{10,600}$/.test(said), `this can't be sent in a header: ${said}`);
};
