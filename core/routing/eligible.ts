import type { OfferName } from "../catalog/offer";
import type { ProviderId } from "../catalog/provider-id";
import type { Conversation, RequestNeeds } from "../chat/conversation";
import type { Verdict } from "./decision";
import type { ExpectedOutput } from "./expected-output";
import type { PreparedOffer } from "./prepared-offer";
import type { Uncarried } from "./route-input";

/** One request, as every offer is held against it. */
export type Ask = {
  readonly conversation: Conversation;
  readonly output: ExpectedOutput;
  readonly disabled: ReadonlySet<OfferName>;
  readonly hasCredential: (provider: ProviderId) => boolean;
  readonly circuitOpen: (provider: ProviderId) => boolean;
  readonly uncarried?: Uncarried | undefined;
  /** Set where the request has fields that only this provider is sure to understand. */
  readonly onlyProvider?: ProviderId | undefined;
  /** The request has such fields: without `onlyProvider` only the sandbox takes it. */
  readonly unportable: boolean;
  /** Another provider can be called, so the sandbox's canned answers are not wanted. */
  readonly sandboxAside: boolean;
};

/** Of a window only so much is used: the input is an estimate. */
const usableShare = 0.95;
/**
 * What is assumed where the catalog does not say: windows that every chat model of today has. The
 * model asked for is never ruled out by a limit that is not known.
 */
const assumedContextTokens = 8_192;
const assumedOutputTokens = 4_096;

/**
 * The first reason why an offer can't take a request; undefined where there is none. Whether it has
 * a price, and one no higher than that of the model asked for, is judged after it, and whether it can
 * be told all of it after that.
 *
 * @param asked - it is the very model that the caller asked for: then what is not known of it is
 *   assumed to be fine, and only what is known to fail rules it out.
 */
export const firstObstacle = (
  offer: PreparedOffer,
  ask: Ask,
  asked: boolean,
): Verdict | undefined =>
  accessObstacle(offer, ask, asked) ??
  needsObstacle(offer, ask.conversation.needs, asked) ??
  sizeObstacle(offer, ask, asked);

/** Whether an offer can't be told all of a request: the last question, as it takes the longest. */
export const isUntranslatable = (
  { offer }: PreparedOffer,
  { uncarried }: Ask,
  asked: boolean,
): boolean => uncarried !== undefined && uncarried.fieldsOf(offer, asked).length > 0;

const accessObstacle = (
  { offer, name, answersInText, isStandIn }: PreparedOffer,
  ask: Ask,
  asked: boolean,
): Verdict | undefined => {
  const { provider } = offer;
  if (!ask.hasCredential(provider)) return "no-credential";
  if (ask.disabled.has(name)) return "disabled";
  if (offer.status === "retired") return "retired";
  if (!(asked ? answersInText : isStandIn)) return "not-a-chat-model";
  if (ask.circuitOpen(provider)) return "circuit-open";
  if (asked) return undefined;
  if (provider === "sandbox") return ask.sandboxAside ? "other-provider" : undefined;
  return ask.unportable && provider !== ask.onlyProvider ? "unportable-fields" : undefined;
};

const needsObstacle = (
  { offer, wire, countsImagesApart }: PreparedOffer,
  needs: RequestNeeds,
  asked: boolean,
): Verdict | undefined => {
  const { input, output, can } = offer;
  const unsure = (fact: boolean | undefined): boolean => fact ?? asked;
  if (needs.tools && !can.tools) return "no-tools";
  if (needs.image && !input.includes("image")) return "no-image";
  if (needs.image && countsImagesApart && !asked) return "image-tokens-apart";
  if (needs.audioIn && !input.includes("audio")) return "no-audio";
  if (needs.audioOut && !output.includes("audio")) return "no-audio";
  if (needs.pdf && !input.includes("pdf")) return "no-pdf";
  // The catalog's sources leave this out more often than they say no, so a missing yes is doubt.
  if (needs.jsonSchema && !can.structuredOutput && !asked) return "no-json-schema";
  if (needs.reasoning && !can.reasoning) return "no-reasoning";
  if (needs.logprobs && !unsure(wire.logprobs)) return "no-logprobs";
  if (needs.choices > 1 && !unsure(wire.choices)) return "no-choices";
  if (needs.temperature && !can.temperature) return "no-temperature";
  if (needs.stop && !unsure(wire.stop)) return "no-stop";
  return undefined;
};

const sizeObstacle = (
  { offer: { limits }, reasonsUnasked }: PreparedOffer,
  { conversation, output }: Ask,
  asked: boolean,
): Verdict | undefined => {
  const { estimatedInputTokens: input, maxOutputTokens } = conversation;
  const unknown = (assumed: number): number => (asked ? Infinity : assumed);
  const context = limits.contextTokens || unknown(assumedContextTokens);
  const outputMost = limits.outputTokens || unknown(assumedOutputTokens);
  const expected = output.visible + (reasonsUnasked ? output.reasoning : 0);
  // Without a ceiling the answer is as long as it gets, but no longer than the offer allows.
  const answer = maxOutputTokens ?? Math.min(expected, outputMost);
  if (input + answer > usableShare * context) return "context-too-small";
  if (input > usableShare * (limits.inputTokens ?? Infinity)) return "context-too-small";
  // A stand-in that thinks first would spend a short ceiling on thinking, and say nothing.
  if (!asked && reasonsUnasked && answer < expected) return "output-too-small";
  return answer > outputMost ? "output-too-small" : undefined;
};
