import fc from "fast-check";
import { type OfferName, offerName } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import { createRouter } from "../../../core/routing/choose";
import type { Feedback } from "../../../core/routing/feedback";
import { type RoutingMode, routingModes } from "../../../core/routing/mode";
import { tasks } from "../../../core/routing/task";
import { loadClassifier } from "../../../lambdas/shared/load-classifier";
import { createAdapters } from "../../../lambdas/shared/providers/adapters";
import { card } from "../../core/routing/offers";
import { plainRequests } from "../../core/routing/plain-requests";
import { jsonReply } from "../../fakes/scripted-upstream";
import completion from "../../fixtures/openai/answer.json";
import { continued, remembering, talksWith } from "./generated-talks";
import { catalog, type HarnessOptions } from "./harness";

const providers = ["openai", "anthropic", "gemini", "mistral", "groq", "deepseek"] as const;
const adapters = createAdapters(
  Object.fromEntries(providers.map((provider) => [provider, `https://${provider}.test/v1`])),
);

const texts = Object.values(plainRequests).flatMap((inLanguages) => Object.values(inLanguages));
const offers = catalog.offers.filter(({ provider }) =>
  (providers as readonly ProviderId[]).includes(provider),
);
const offer = fc.constantFrom(...offers).map(offerName);

/** Cheap ones that are often chosen: what is set for them changes decisions. */
const favorites = fc.constantFrom<OfferName>(
  ...(["gpt-4o-mini", "gpt-4.1-nano", "gpt-4.1-mini", "gpt-5-nano"] as const).map(
    (id): OfferName => `openai/${id}`,
  ),
  "groq/llama-3.1-8b-instant",
  "gemini/gemini-2.5-flash-lite",
);

/** Seldom there: with all of them hardly any model would fit. */
const some = <T>(value: T): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(value) },
  );
const ttls = ["5m", "1h"] as const;
const image = { type: "image_url", image_url: { url: "https://example.com/a.png" } };

/** A chat completion's body, of any model and with anything that rules models out. */
const body = fc
  .record({
    model: fc.oneof(
      { weight: 3, arbitrary: fc.constant("auto") },
      { weight: 6, arbitrary: fc.constantFrom("gpt-4o", "gpt-5", "o3", "claude-opus-4-1") },
      { weight: 3, arbitrary: fc.constantFrom(...offers).map(({ id }) => id) },
      { weight: 1, arbitrary: offer },
    ),
    text: fc.constantFrom(...texts),
    repeat: fc.constantFrom(1, 1, 1, 1, 60, 2_000),
    image: fc.constantFrom(false, false, false, true),
    max_tokens: fc.option(fc.constantFrom(1, 50, 500, 20_000), { nil: undefined }),
    n: some(2),
    stop: some(["END"]),
    logprobs: some(true),
    temperature: some(0.2),
    reasoning_effort: some("low"),
    prediction: some({ type: "content", content: "x" }),
    tools: some([{ type: "function", function: { name: "look_up", parameters: {} } }]),
    response_format: some({ type: "json_schema", json_schema: { name: "answer", schema: {} } }),
    marked: fc.constantFrom(undefined, undefined, undefined, ...ttls),
  })
  .map(({ text, repeat, image: withImage, marked, ...fields }) => {
    const long = Array.from({ length: repeat }, () => text).join("\n");
    const mark = marked && { cache_control: { type: "ephemeral", ttl: marked } };
    const content = [{ type: "text", text: long, ...mark }, ...(withImage ? [image] : [])];
    return { ...fields, messages: [{ role: "user", content }] };
  });

const votes = fc.record({
  votes: fc.integer({ min: 1, max: 50 }),
  mean: fc.integer({ min: 0, max: 1_000 }).map((n) => n / 1_000),
});

const feedback: fc.Arbitrary<Feedback> = fc.dictionary(
  offer,
  fc.dictionary(fc.constantFrom(...tasks), votes, { maxKeys: 3 }),
  { maxKeys: 8 },
);

/** Short ones are kept in the record, long ones by their mark. */
const settings: fc.Arbitrary<Partial<OrganizationSettings>> = fc
  .record({
    routingMode: fc.constantFrom(...routingModes),
    baselineModel: fc.option(offer, { nil: undefined }),
    disabledOffers: fc.oneof(
      fc.array(favorites, { maxLength: 2 }),
      fc.array(offer, { minLength: 10, maxLength: 30 }),
    ),
    priceOverrides: fc.dictionary(
      favorites,
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })),
      { maxKeys: 2 },
    ),
    feedback: fc.option(feedback, { nil: undefined }),
  })
  .map(({ baselineModel, priceOverrides, feedback: said, ...rest }) => ({
    ...rest,
    ...(baselineModel && { baselineModel }),
    ...(said && { feedback: said }),
    priceOverrides: Object.fromEntries(
      Object.entries(priceOverrides).map(([name, [input, output]]) => [name, card(input, output)]),
    ),
  }));

export type GeneratedRequest = {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly options: HarnessOptions;
  readonly organization: Partial<OrganizationSettings>;
};

const classify = loadClassifier();

/** Finer than records keep it: what is decided by must be what is recorded. */
const route = createRouter(catalog, (conversation) => {
  const said = classify(conversation);
  const chances = said.chances.map((chance) => chance + 1 / 30_000);
  const sum = chances.reduce((a, b) => a + b, 0);
  return {
    ...said,
    chances: chances.map((chance) => chance / sum),
    shifts: said.shifts.map((shift) => shift + 1 / 70_000),
    // Hardly any of the examples would be, by itself.
    unsure: Math.min(1, said.unsure + (conversation.turns.length % 2) / 7),
  };
});

const mode = fc.constantFrom<RoutingMode | undefined>(
  ...[undefined, undefined, undefined, undefined],
  ...routingModes,
);

const headersOf = (asked: RoutingMode | undefined): Record<string, string> =>
  asked === undefined ? {} : { "x-smashcost-routing": asked };

/**
 * Requests of organizations of every kind: some go on with a conversation, some come while a
 * provider's circuit is open.
 */
export const generatedRequests: fc.Arbitrary<GeneratedRequest> = fc
  .record({
    body,
    talk: fc.option(talksWith(favorites), { freq: 2, nil: undefined }),
    organization: settings,
    keyMode: mode,
    headerMode: mode,
    keys: fc.subarray<ProviderId>([...providers], { minLength: 3 }),
    open: fc.oneof(
      fc.constant<ProviderId[]>([]),
      fc.subarray<ProviderId>([...providers], { maxLength: 2 }),
    ),
  })
  .map(({ body: chat, talk, organization, keyMode, headerMode, keys, open }) => ({
    body: talk ? continued(chat, talk) : chat,
    organization,
    headers: headersOf(headerMode),
    options: {
      replies: [jsonReply(completion)],
      key: keyMode === undefined ? {} : { routingMode: keyMode },
      organization,
      providers: keys,
      deps: {
        adapters,
        route,
        ...(talk && { sessions: remembering(chat, talk) }),
        circuits: {
          isOpen: (provider) => open.includes(provider),
          succeeded: () => undefined,
          failed: () => undefined,
        },
      },
    },
  }));
