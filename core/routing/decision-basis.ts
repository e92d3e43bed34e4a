import { type Offer, type OfferName, offerName } from "../catalog/offer";
import { type ProviderId, providerIds } from "../catalog/provider-id";
import type { Conversation } from "../chat/conversation";
import { type CallerDialectId, dialects } from "../chat/dialect";
import { digestOf } from "../chat/digest";
import { spokenDialect } from "../chat/spoken-dialect";
import type { Tokens } from "../money/amounts";
import { type ModeSource, needNames, type RoutingBasis } from "../usage/routing-basis";
import type { Classification } from "./classification";
import type { RouteDecision } from "./decision";
import { policyTexts } from "./policy-text";
import type { RouteInput, Uncarried } from "./route-input";
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

const speakerOf = ({ provider, api }: Pick<Offer, "provider" | "api">): string =>
  api === undefined ? provider : `${provider}:${api}`;

const apis = [undefined, ...dialects] as const;

/** Models are many, and their names long: of a digest so many digits tell a catalog's apart. */
const markLength = 6;
const markOf = (name: OfferName): string => digestOf([name]).slice(0, markLength);

/** Who could not be told all of the request, as a substitute: providers, and models of others. */
const untranslatableAt = (
  providers: readonly ProviderId[],
  uncarried: Uncarried | undefined,
): Pick<RoutingBasis, "untranslatable" | "untranslatableModels"> => {
  if (uncarried === undefined) return {};
  const speakers = providers.flatMap((provider) =>
    apis.map((api) => ({ provider, ...(api && { api }) })),
  );
  const barred = speakers.filter((speaker) => uncarried.fieldsOf(speaker, false).length > 0);
  return {
    ...(barred.length > 0 && { untranslatable: barred.map(speakerOf) }),
    ...(uncarried.barred.size > 0 && {
      untranslatableModels: [...uncarried.barred].map(markOf).join(""),
    }),
  };
};

/**
 * The same as the record has it: which fields they were is not kept.
 *
 * @param dialect - the caller's own: the model asked for gets what the caller wrote in it.
 */
export const uncarriedIn = (
  { untranslatable, untranslatableModels }: RoutingBasis,
  dialect: CallerDialectId,
): Uncarried | undefined => {
  if (untranslatable === undefined && untranslatableModels === undefined) return undefined;
  const marks = untranslatableModels?.match(new RegExp(`.{${markLength}}`, "g")) ?? [];
  const barred = new Set([...(untranslatable ?? []), ...marks]);
  return {
    fieldsOf(offer, asked) {
      if (asked && spokenDialect(offer, dialect) === dialect) return [];
      const { provider, id } = offer;
      const itself = id !== undefined && barred.has(markOf(offerName({ provider, id })));
      return itself || barred.has(speakerOf(offer)) ? ["a field"] : [];
    },
    barred: new Set(),
  };
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
    ...untranslatableAt(providers, input.uncarried),
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
