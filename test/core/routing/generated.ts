import fc from "fast-check";
import { createCatalog } from "../../../core/catalog/catalog";
import { type Offer, offerName } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { MicroUsdPerMTok, Tokens } from "../../../core/money/amounts";
import type { PriceCard, PriceTier } from "../../../core/money/price-card";
import { createRouter } from "../../../core/routing/choose";
import type { Classification } from "../../../core/routing/classification";
import type { RouteDecision } from "../../../core/routing/decision";
import { clusters } from "../../../core/routing/heads/artifact";
import { routingModes } from "../../../core/routing/mode";
import type { RouteInput } from "../../../core/routing/route-input";
import { tasks } from "../../../core/routing/task";
import { saying } from "./conversations";

const providers = ["openai", "anthropic", "groq", "openrouter", "custom", "sandbox"] as const;
const ids = ["gpt-4o", "o3", "claude-x", "vendor/open-1", "tiny", "text-embedding-x", "sonar"];

/** Mostly yes: else hardly any offer would fit any request. */
const mostly = fc.nat({ max: 9 }).map((n) => n > 0);
const seldom = fc.nat({ max: 19 }).map((n) => n === 0);
const tokens = (...counts: number[]) => fc.constantFrom(...counts).map((n) => n as Tokens);

const price = fc.constantFrom(0, 50_000, 150_000, 600_000, 2_500_000, 10_000_000, 150_000_000);
const tier = fc.record({ input: price, output: price });
const cardArbitrary: fc.Arbitrary<PriceCard> = fc
  .record({
    low: tier,
    high: fc.option(tier, { nil: undefined }),
    validFrom: fc.constantFrom(undefined, "2025-01-01", "2027-01-01"),
  })
  .map(({ low, high, validFrom }) => {
    const at = (aboveInputTokens: number, rates: { input: number; output: number }): PriceTier => ({
      aboveInputTokens: aboveInputTokens as Tokens,
      input: rates.input as MicroUsdPerMTok,
      output: rates.output as MicroUsdPerMTok,
    });
    return {
      ...(validFrom === undefined ? {} : { validFrom }),
      tiers: high === undefined ? [at(0, low)] : [at(0, low), at(100_000, high)],
      source: "test",
      takenOn: "2026-11-24",
    };
  });

const offerArbitrary: fc.Arbitrary<Offer> = fc
  .record({
    provider: fc.constantFrom<ProviderId>(...providers),
    id: fc.constantFrom(...ids),
    retired: seldom,
    kind: fc.constantFrom(
      ...(["chat", "chat", "chat", undefined, undefined, "embedding"] as const),
    ),
    text: mostly,
    image: mostly,
    audio: seldom,
    can: fc.record({
      tools: mostly,
      structuredOutput: mostly,
      reasoning: fc.boolean(),
      temperature: mostly,
    }),
    contextTokens: tokens(0, 8_000, 128_000, 128_000, 1_000_000),
    outputTokens: tokens(0, 4_000, 16_000, 64_000),
    prices: fc
      .array(cardArbitrary, { minLength: 1, maxLength: 2 })
      .chain((cards) => seldom.map((none) => (none ? [] : cards))),
    score: fc.integer({ min: 0, max: 100 }),
    basis: fc.constantFrom("benchmark" as const, "family" as const, "price" as const),
  })
  .map(({ provider, id, retired, kind, text, image, audio, can, score, basis, ...rest }) => ({
    provider,
    id,
    name: id,
    ...(kind === undefined ? {} : { kind }),
    status: retired ? "retired" : "active",
    limits: { contextTokens: rest.contextTokens, outputTokens: rest.outputTokens },
    input: image ? ["text", "image", "pdf"] : ["text"],
    output: [
      ...(text ? ["text" as const] : ["image" as const]),
      ...(audio ? ["audio" as const] : []),
    ],
    can,
    prices: rest.prices,
    ability: { score, basis, source: "test" },
    source: "test",
    takenOn: "2026-11-24",
  }));

const conversationArbitrary = fc
  .record({
    needs: fc.record({
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
    }),
    estimatedInputTokens: tokens(0, 10, 500, 500, 500, 7_000, 100_001, 400_000),
    maxOutputTokens: fc.option(tokens(1, 100, 500, 1_000, 8_000, 50_000), { nil: undefined }),
  })
  .map(({ maxOutputTokens, ...request }) =>
    saying("Hello!", {
      ...request,
      ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    }),
  );

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Of one task more or less surely, with chances that add up to 1. */
const chancesArbitrary = fc
  .tuple(fc.nat({ max: tasks.length - 1 }), fc.constantFrom(0, 1, 100), fc.infiniteStream(share))
  .map(([likely, sureness, stream]) => {
    const odds = tasks.map((_, at) => {
      const { value } = stream.next();
      return (value as number) + 0.001 + (at === likely ? sureness : 0);
    });
    const sum = odds.reduce((a, b) => a + b, 0);
    return odds.map((one) => one / sum);
  });

export const classificationArbitrary: fc.Arbitrary<Classification> = fc
  .record({
    chances: chancesArbitrary,
    shifts: fc.tuple(...clusters.map(() => fc.double({ min: -3, max: 3, noNaN: true }))),
    unsure: fc.oneof(fc.constant(0), share),
    difficulty: share,
    by: fc.constant("test"),
  })
  .map((said) => {
    const confidence = Math.max(...said.chances);
    const task = tasks[said.chances.indexOf(confidence)] ?? "chat";
    return { ...said, task, confidence };
  });

/** One generated request against a generated catalog, all of it plain data. */
export type World = {
  readonly offers: readonly Offer[];
  readonly classification: Classification;
  readonly input: Omit<RouteInput, "hasCredential" | "circuitOpen">;
  readonly keys: readonly ProviderId[];
  readonly broken: readonly ProviderId[];
};

export const worlds: fc.Arbitrary<World> = fc
  .record({
    offers: fc.uniqueArray(offerArbitrary, { maxLength: 10, selector: offerName }),
    classification: classificationArbitrary,
    conversation: conversationArbitrary,
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
  })
  .map(({ offers, conversation, mode, model, disabledAt, override, baselineAt, ...rest }) => {
    const nameAt = (at: number) => offers.slice(at, at + 1).map(offerName);
    const [baselineModel] = baselineAt === undefined ? [] : nameAt(baselineAt);
    const overridden = override === undefined ? [] : nameAt(override[0]);
    return {
      ...rest,
      offers,
      input: {
        conversation,
        mode,
        model,
        nowMs: Date.UTC(2026, 10, 24),
        organization: {
          ...(baselineModel === undefined ? {} : { baselineModel }),
          disabledOffers: disabledAt.flatMap(nameAt),
          priceOverrides: Object.fromEntries(
            overridden.map((name) => [name, override?.[1]]),
          ) as Record<string, PriceCard>,
        },
      },
    };
  });

export const decideIn = ({ offers, classification, input, keys, broken }: World): RouteDecision =>
  createRouter(
    createCatalog("test", offers),
    () => classification,
  )({
    ...input,
    hasCredential: (provider) => keys.includes(provider),
    circuitOpen: (provider) => broken.includes(provider),
  });
