import fc from "fast-check";
import { type Offer, offerName } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { MicroUsdPerMTok, Tokens } from "../../../core/money/amounts";
import type { PriceCard, PriceTier } from "../../../core/money/price-card";

export const providers = [
  "openai",
  "anthropic",
  "groq",
  "openrouter",
  "custom",
  "sandbox",
] as const;
export const ids = [
  "gpt-4o",
  "o3",
  "claude-x",
  "vendor/open-1",
  "tiny",
  "text-embedding-x",
  "sonar",
];

/** Mostly yes: else hardly any offer would fit any request. */
const mostly = fc.nat({ max: 9 }).map((n) => n > 0);
export const seldom = fc.nat({ max: 19 }).map((n) => n === 0);
export const tokens = (...counts: number[]) => fc.constantFrom(...counts).map((n) => n as Tokens);

const price = fc.constantFrom(0, 50_000, 150_000, 600_000, 2_500_000, 10_000_000, 150_000_000);
const tier = fc.record({ input: price, output: price });
export const cardArbitrary: fc.Arbitrary<PriceCard> = fc
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

/** A catalog's offers, no two of one name. */
export const offersOf = (minLength: number, maxLength: number): fc.Arbitrary<readonly Offer[]> =>
  fc.uniqueArray(offerArbitrary, { minLength, maxLength, selector: offerName });
