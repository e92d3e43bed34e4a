import { type OfferName, offerName } from "../catalog/offer";
import { providerIds } from "../catalog/provider-id";
import type { Conversation } from "../chat/conversation";
import type { Tokens } from "../money/amounts";
import { type ModeSource, needNames, type RoutingBasis } from "../usage/routing-basis";
import type { Classification } from "./classification";
import type { RouteDecision } from "./decision";
import { policyTexts } from "./policy-text";
import type { RouteInput } from "./route-input";
import { perMille } from "./storable-classification";
import type { Cached, Warm } from "./warm-cache";

const needsOf = ({ needs }: Conversation): RoutingBasis["needs"] =>
  needNames.filter((name) =>
    name === "unportable" ? needs.unportableFields.length > 0 : needs[name],
  );

/** The caches known of, by how long they last: short numbers, as they are kept with every request. */
const cachesOf = ({ warm, nowMs }: RouteInput): Pick<RoutingBasis, "caches" | "inToolLoop"> => {
  if (warm === undefined) return {};
  const caches = [warm, ...(warm.earlier ?? [])].map(({ offer, cachedTokens, expiresAtMs }) => ({
    offer,
    cachedTokens,
    expiresInMs: expiresAtMs - nowMs,
  }));
  return { caches, ...(warm.inToolLoop && { inToolLoop: true }) };
};

/** What a decision rested on, for its record. */
export const basisOf = (
  input: RouteInput,
  decision: RouteDecision,
  modeFrom: ModeSource,
): RoutingBasis => {
  const { conversation, hasCredential, circuitOpen, organization } = input;
  const { confidence, chances, shifts, unsure } = decision.classification;
  const { maxOutputTokens, cacheAsked } = conversation;
  const providers = providerIds.filter(hasCredential);
  const openCircuits = providers.filter(circuitOpen);
  return {
    ...(decision.kind !== "refused" && { choice: offerName(decision.order[0]) }),
    modeFrom,
    confidence,
    chances: [...perMille(chances)],
    shifts: [...shifts],
    ...(unsure > 0 && { unsure }),
    needs: needsOf(conversation),
    inputTokens: conversation.estimatedInputTokens,
    ...(maxOutputTokens !== undefined && { maxOutput: maxOutputTokens }),
    choices: conversation.needs.choices,
    ...(cacheAsked && { cacheAsked }),
    ...cachesOf(input),
    providers,
    ...(openCircuits.length > 0 && { openCircuits }),
    ...policyTexts(organization),
  };
};

/** The request as the router saw it, but for its words: those the classifier alone reads. */
export const conversationIn = ({
  needs,
  inputTokens,
  maxOutput,
  choices,
  cacheAsked,
}: RoutingBasis): Conversation => {
  const has = (name: (typeof needNames)[number]): boolean => needs.includes(name);
  return {
    turns: [],
    toolText: "",
    hasToolHistory: false,
    estimatedInputTokens: inputTokens as Tokens,
    ...(maxOutput !== undefined && { maxOutputTokens: maxOutput as Tokens }),
    ...(cacheAsked && { cacheAsked }),
    needs: {
      tools: has("tools"),
      image: has("image"),
      audioIn: has("audioIn"),
      audioOut: has("audioOut"),
      pdf: has("pdf"),
      jsonSchema: has("jsonSchema"),
      reasoning: has("reasoning"),
      logprobs: has("logprobs"),
      temperature: has("temperature"),
      stop: has("stop"),
      choices,
      unportableFields: has("unportable") ? ["unportable"] : [],
    },
  };
};

/**
 * Where the conversation was answered last, as the router knew it.
 *
 * @param at - when the request came in: milliseconds since 1970 UTC.
 */
export const warmIn = ({ caches = [], inToolLoop }: RoutingBasis, at: number): Warm | undefined => {
  const [last, ...earlier] = caches.map(
    ({ offer, cachedTokens, expiresInMs }): Cached => ({
      offer: offer as OfferName,
      cachedTokens: cachedTokens as Tokens,
      expiresAtMs: at + expiresInMs,
    }),
  );
  return last && { ...last, earlier, inToolLoop: inToolLoop === true };
};

/** What the classifier said, as it was decided by. */
export const classificationIn = (
  { confidence, chances, shifts, unsure = 0 }: RoutingBasis,
  said: Pick<Classification, "task" | "difficulty" | "by">,
): Classification => ({
  ...said,
  confidence,
  chances: chances.map((share) => share / 1_000),
  shifts,
  unsure,
});
