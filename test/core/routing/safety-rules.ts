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

const checkRouted = (world: Asking, decision: Routed): void => {
  const named = world.input.model !== "auto";
  for (const offer of calledIn(decision)) {
    expect(faults(world, offer, named && offer === decision.reference)).toEqual([]);
    const rates = ratesOf(world, offer);
    const ceiling = ratesOf(world, decision.reference);
    if (!named || rates === undefined || ceiling === undefined) continue;
    expect(rates.input).toBeLessThanOrEqual(ceiling.input);
    expect(rates.output).toBeLessThanOrEqual(ceiling.output);
    const cost = expectedOf(decision, offer);
    expect(cost ?? 0).toBeLessThanOrEqual(expectedOf(decision, decision.reference) ?? Infinity);
    const { unportableFields } = world.input.conversation.needs;
    if (unportableFields.length > 0 && offer.provider !== "sandbox") {
      expect(offer.provider).toBe(decision.reference.provider);
    }
  }
};

/** Where only the sandbox can be called, its ablest model stands in and no promise is kept. */
const checkPromise = (world: Asking, decision: Routed): void => {
  const bar = acceptedQuality[decision.mode] * 100;
  if (decision.scores.every((score) => score >= bar - 0.05)) return;
  expect(hasRealOffers(world)).toBe(false);
  expect(decision.order).toHaveLength(1);
  expect(decision.reason).toContain("as only the sandbox has a key");
};

/** Its record tells of it, and of nothing cheaper that was passed over for it. */
const checkRecord = (decision: Routed): void => {
  const names = decision.order.map(offerName);
  expect(names.length).toBeLessThanOrEqual(3);
  expect(new Set(names).size).toBe(names.length);
  expect(decision.scores).toHaveLength(names.length);
  expect(decision.candidates.length).toBeLessThanOrEqual(8);
  expect(decision.candidates[0]).toMatchObject({ offer: names[0], verdict: "chosen" });
  const [chosen, ...rest] = decision.candidates;
  for (const other of rest) {
    if (other.verdict !== "dearer-than-chosen") continue;
    expect(other.expectedCost).toBeGreaterThanOrEqual(chosen?.expectedCost ?? 0);
  }
};

const checkPinned = (world: Asking, decision: Extract<RouteDecision, { kind: "pinned" }>): void => {
  const [offer] = decision.order;
  expect(world.keys).toContain(offer.provider);
  expect(world.input.organization.disabledOffers).not.toContain(offerName(offer));
  if (decision.by === "mode-off") expect(world.input.mode).toBe("off");
};

/** Holds a decision against all that must be true of any. */
export const checkDecision = (world: Asking, decision: RouteDecision): void => {
  if (decision.kind === "routed") {
    checkRouted(world, decision);
    checkPromise(world, decision);
    checkRecord(decision);
  } else if (decision.kind === "pinned") checkPinned(world, decision);
  else expect(decision.message.length).toBeGreaterThan(20);
  const said = decision.kind === "refused" ? decision.message : decision.reason;
  expect(said).toMatch(/^[ -~]{10,600}$/);
};
