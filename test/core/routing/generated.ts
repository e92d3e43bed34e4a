import fc from "fast-check";
import { createCatalog } from "../../../core/catalog/catalog";
import { type Offer, offerName } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { Conversation, RequestNeeds } from "../../../core/chat/conversation";
import type { PriceCard } from "../../../core/money/price-card";
import { createRouter } from "../../../core/routing/choose";
import type { Classification } from "../../../core/routing/classification";
import type { RouteDecision } from "../../../core/routing/decision";
import type { Votes } from "../../../core/routing/feedback";
import { routingModes } from "../../../core/routing/mode";
import type { RouteInput } from "../../../core/routing/route-input";
import { type Task, tasks } from "../../../core/routing/task";
import { saying } from "./conversations";
import { classificationArbitrary } from "./generated-classification";
import { cardArbitrary, ids, offersOf, providers, seldom, tokens } from "./generated-offers";

export const needsArbitrary: fc.Arbitrary<RequestNeeds> = fc.record({
  tools: seldom,
  image: seldom,
  audioIn: fc.constant(false),
  audioOut: seldom,
  pdf: seldom,
  jsonSchema: seldom,
  reasoning: seldom,
  logprobs: seldom,
  temperature: seldom,
  stop: seldom,
  choices: seldom.map((two) => (two ? 2 : 1)),
  unportableFields: seldom.map((yes): readonly string[] => (yes ? ["prediction"] : [])),
});

export const ceilingArbitrary = fc.option(tokens(1, 100, 500, 1_000, 8_000, 50_000), {
  nil: undefined,
});

const conversationArbitrary: fc.Arbitrary<Conversation> = fc
  .record({
    needs: needsArbitrary,
    estimatedInputTokens: tokens(0, 10, 500, 500, 500, 7_000, 100_001, 400_000),
    maxOutputTokens: ceilingArbitrary,
  })
  .map(({ maxOutputTokens, ...request }) =>
    saying("Hello!", {
      ...request,
      ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    }),
  );

/** One generated request against a generated catalog, all of it plain data. */
export type Asking = {
  readonly offers: readonly Offer[];
  readonly input: Omit<RouteInput, "hasCredential" | "circuitOpen">;
  readonly keys: readonly ProviderId[];
  readonly broken: readonly ProviderId[];
};
export type World = Asking & { readonly classification: Classification };

const votesArbitrary = fc.record({
  votes: fc.constantFrom(1, 5, 50),
  mean: fc.constantFrom(0, 0.5, 1),
});

/** Requests that come to one of these catalogs, of organizations of every kind. */
export const askingsOf = (
  catalogs: fc.Arbitrary<readonly Offer[]>,
  conversations: fc.Arbitrary<Conversation>,
): fc.Arbitrary<Asking> =>
  fc
    .record({
      offers: catalogs,
      conversation: conversations,
      mode: fc.constantFrom(...routingModes),
      model: fc.oneof(
        { weight: 4, arbitrary: fc.constant("auto") },
        { weight: 6, arbitrary: fc.constantFrom(...ids) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(...providers).map((provider) => `${provider}/gpt-4o`),
        },
        { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
      ),
      keys: fc.subarray<ProviderId>([...providers], { minLength: 2 }),
      broken: fc.oneof(fc.constant([]), fc.subarray<ProviderId>([...providers], { maxLength: 1 })),
      disabledAt: fc.array(fc.nat({ max: 9 }), { maxLength: 2 }),
      override: fc.option(fc.tuple(fc.nat({ max: 9 }), cardArbitrary), { nil: undefined }),
      baselineAt: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
      scored: fc.option(fc.tuple(fc.nat({ max: 9 }), fc.constantFrom(...tasks), votesArbitrary), {
        nil: undefined,
      }),
    })
    .map(({ offers, keys, broken, conversation, mode, model, ...organization }) => ({
      offers,
      keys,
      broken,
      input: {
        conversation,
        mode,
        model,
        nowMs: Date.UTC(2026, 10, 24),
        organization: policyOf(offers, organization),
      },
    }));

type Policy = {
  readonly disabledAt: readonly number[];
  readonly override: readonly [at: number, card: PriceCard] | undefined;
  readonly baselineAt: number | undefined;
  readonly scored: readonly [at: number, task: Task, votes: Votes] | undefined;
};

const policyOf = (
  offers: readonly Offer[],
  { disabledAt, override, baselineAt, scored }: Policy,
): RouteInput["organization"] => {
  const nameAt = (at: number) => offers.slice(at, at + 1).map(offerName);
  const [baselineModel] = baselineAt === undefined ? [] : nameAt(baselineAt);
  const [overridden] = override === undefined ? [] : nameAt(override[0]);
  const [voted] = scored === undefined ? [] : nameAt(scored[0]);
  return {
    ...(baselineModel && { baselineModel }),
    ...(voted && scored && { feedback: { [voted]: { [scored[1]]: scored[2] } } }),
    disabledOffers: disabledAt.flatMap(nameAt),
    priceOverrides: overridden && override ? { [overridden]: override[1] } : {},
  };
};

export const worlds: fc.Arbitrary<World> = fc
  .tuple(askingsOf(offersOf(0, 10), conversationArbitrary), classificationArbitrary)
  .map(([asking, classification]) => ({ ...asking, classification }));

export const decideIn = ({ offers, classification, input, keys, broken }: World): RouteDecision =>
  createRouter(
    createCatalog("test", offers),
    () => classification,
  )({
    ...input,
    hasCredential: (provider) => keys.includes(provider),
    circuitOpen: (provider) => broken.includes(provider),
  });
