import fc from "fast-check";
import { loadCatalog } from "../../../core/catalog/load";
import type { Offer } from "../../../core/catalog/offer";
import type { PicoUsd, Tokens } from "../../../core/money/amounts";
import { cardAt } from "../../../core/money/card-at";
import { costOf, InexactAmountError } from "../../../core/money/cost";
import type { PriceCard } from "../../../core/money/price-card";
import { priceUsage } from "../../../core/money/price-usage";
import { savedOf } from "../../../core/money/savings";
import { serviceTierPrices } from "../../../core/money/service-tier-prices";
import { unitPrices, unitsCost } from "../../../core/money/unit-prices";
import { countedUnits, type ProviderUsage } from "../../../core/usage/provider-usage";
import type { TokenBuckets } from "../../../core/usage/token-buckets";
import { buckets, card } from "./cards";

const november = Date.parse("2026-11-24T12:00:00Z");
const priced = loadCatalog().offers.flatMap((offer) => {
  const at = cardAt(offer, november);
  return at ? [{ offer, card: at }] : [];
});
const tierNames = [...new Set(serviceTierPrices.flatMap(({ names }) => names))];

const names = Object.keys(buckets({})) as (keyof TokenBuckets)[];
const count = fc.nat({ max: 400_000 });
const tokens = fc.record(Object.fromEntries(names.map((name) => [name, count]))).map(buckets);
const units = fc.dictionary(fc.constantFrom(...countedUnits), fc.nat({ max: 20 }));
const serviceTier = fc.constantFrom(undefined, ...tierNames, "fast+us", "default", "scale");
const usages = fc.record(
  { tokens, units, serviceTier },
  { requiredKeys: ["tokens"] },
) as fc.Arbitrary<ProviderUsage>;
const somewhere = fc.constantFrom(...priced);
const openai = { provider: "openai", id: "gpt-5" } as const;
const flat = card({ input: 1_250_000, output: 10_000_000 });

describe("any answer at any priced offer", () => {
  test("costs its tokens at the tier's rates and its units, or is unpriced as a whole", () => {
    fc.assert(
      fc.property(usages, somewhere, ({ tokens: of, ...more }, at) => {
        const whole = priceUsage({ tokens: of, ...more }, at.card, at.offer);
        const tier = more.serviceTier === undefined ? {} : { serviceTier: more.serviceTier };
        const alone = priceUsage({ tokens: of, ...tier }, at.card, at.offer);
        const counted = unitsCost(more.units, at.offer);
        expect(whole).toBe(alone === null || counted === null ? null : alone + counted);
      }),
      { numRuns: 1_000 },
    );
  });

  test("costs in the standard tier what its tokens cost", () => {
    fc.assert(
      fc.property(tokens, somewhere, (of, at) => {
        for (const more of [{}, { serviceTier: "default" }, { units: {} }])
          expect(priceUsage({ tokens: of, ...more }, at.card, at.offer)).toBe(costOf(of, at.card));
      }),
    );
  });

  test("never costs less for one token or one unit more within the first price tier", () => {
    const small = fc
      .record(Object.fromEntries(names.map((name) => [name, fc.nat({ max: 5_000 })])))
      .map(buckets);
    fc.assert(
      fc.property(
        small,
        serviceTier,
        somewhere,
        fc.constantFrom(...names),
        (of, tier, at, name) => {
          const more = tier === undefined ? {} : { serviceTier: tier };
          const cost = priceUsage({ tokens: of, ...more }, at.card, at.offer);
          const one = buckets({ ...of, [name]: of[name] + 1 });
          const dearer = priceUsage({ tokens: one, ...more }, at.card, at.offer);
          expect(dearer === null).toBe(cost === null);
          expect(dearer ?? 0).toBeGreaterThanOrEqual(cost ?? 0);
        },
      ),
    );
  });

  test("costs no more in flex than in standard, and no less in priority", () => {
    fc.assert(
      fc.property(tokens, somewhere, (of, at) => {
        const standard = costOf(of, at.card);
        const inTier = (name: string) =>
          priceUsage({ tokens: of, serviceTier: name }, at.card, at.offer);
        expect(inTier("flex") ?? 0).toBeLessThanOrEqual(standard);
        expect(inTier("priority") ?? standard).toBeGreaterThanOrEqual(standard);
      }),
    );
  });

  test("falls in the next price tier with the first token above its border, in flex as well", () => {
    for (const { offer, card: at } of priced) {
      const [first, second] = at.tiers;
      if (!second) continue;
      const price = (input: number, rates: PriceCard["tiers"][0], more: object) => {
        const of = buckets({ freshInput: input });
        const cost = priceUsage({ tokens: of, ...more }, at, offer);
        if (cost !== null) expect(cost * ("serviceTier" in more ? 2 : 1)).toBe(input * rates.input);
      };
      for (const more of [{}, { serviceTier: "flex" }]) {
        price(second.aboveInputTokens, first, more);
        price(second.aboveInputTokens + 1, second, more);
      }
    }
  });
});

describe("what is unpriced", () => {
  const used: ProviderUsage = { tokens: buckets({ freshInput: 10 }) };
  test.each([
    { name: "an offer without a card", usage: used, at: undefined },
    { name: "rates that nobody knows", usage: { ...used, otherRates: true }, at: flat },
    { name: "a tier that nobody knows", usage: { ...used, serviceTier: "turbo" }, at: flat },
    {
      name: "a tier of two things, one of them unknown",
      usage: { ...used, serviceTier: "flex+moon" },
      at: flat,
    },
    { name: "a unit without a price", usage: { ...used, units: { request: 1 } }, at: flat },
    {
      name: "a customer's own rate whose half is no whole µUSD",
      usage: { ...used, serviceTier: "flex" },
      at: card({ input: 3, output: 4 }),
    },
  ] as const)("$name", ({ usage, at }) => {
    expect(priceUsage(usage, at, openai)).toBeNull();
  });

  test("the same name at a provider that has no such tier", () => {
    const usage = { ...used, serviceTier: "priority" };
    expect(priceUsage(usage, flat, openai)).not.toBeNull();
    expect(priceUsage(usage, flat, { provider: "together", id: "gpt-5" })).toBeNull();
  });
});

describe("what can't be counted", () => {
  const at = (more: Partial<ProviderUsage>) => () =>
    priceUsage({ tokens: buckets({ freshInput: 1 }), ...more }, flat, openai);
  test.each([
    { name: "half a search", more: { units: { "web-search": 0.5 } } },
    { name: "less than no search", more: { units: { "web-search": -1 } } },
    { name: "half a token of sound", more: { audio: { freshInput: 0.5 as Tokens } } },
    { name: "more than $9,007", more: { units: { "web-search": 1_000_000 } } },
  ])("$name is refused rather than rounded", ({ more }) => {
    expect(at(more)).toThrow(InexactAmountError);
  });

  test("sound that the buckets do not hold costs nothing", () => {
    const sound = card({ input: 100, output: 0, audioInput: 700 });
    const of = buckets({ freshInput: 10 });
    const cost = priceUsage({ tokens: of, audio: { freshInput: 99 as Tokens } }, sound, openai);
    expect(cost).toBe(7_000);
  });
});

describe("a saving", () => {
  const haiku = { provider: "anthropic", id: "claude-haiku-4-5" } as const;
  const usage: ProviderUsage = {
    tokens: buckets({ freshInput: 1_000, visibleOutput: 100 }),
    units: { "web-search": 2 },
  };
  const cheap = card({ input: 1_000_000, output: 5_000_000 });
  const cost = priceUsage(usage, cheap, haiku);

  test("is measured against the same searches at the reference's own price", () => {
    // 1,000 × 1 + 100 × 5 + 2 × 10,000 = 21,500 µUSD; 1,000 × 1.25 + 100 × 10 + 2 × 10,000 = 22,250
    const reference = priceUsage(usage, flat, openai);
    expect([cost, reference, savedOf(reference, cost)]).toEqual([21.5e9, 22.25e9, 0.75e9]);
  });

  test("is unknown where the reference's provider has no price for a search", () => {
    const reference = priceUsage(usage, flat, { provider: "mistral", id: "large" });
    expect(reference).toBeNull();
    expect(savedOf(reference, cost as PicoUsd)).toBeNull();
  });

  test("is unknown where the reference is not sold in the tier that served", () => {
    const reference = priceUsage({ ...usage, serviceTier: "us" }, flat, openai);
    expect(reference).toBeNull();
  });
});

describe("the lists of prices", () => {
  const { offers } = loadCatalog();
  const isOf = (offer: Offer, price: { provider: string; models?: RegExp }) =>
    offer.provider === price.provider && (price.models?.test(offer.id) ?? true);

  test("each stands for offers that there are, with its source and the day", () => {
    for (const price of [...serviceTierPrices, ...unitPrices]) {
      expect(offers.some((offer) => isOf(offer, price))).toBe(true);
      expect(price.source).toMatch(/^https:\/\//);
      expect(price.takenOn).toMatch(/^2026-\d\d-\d\d$/);
    }
  });

  test("no offer has two prices for one tier", () => {
    for (const offer of offers)
      for (const name of tierNames) {
        const found = serviceTierPrices.filter((p) => p.names.includes(name) && isOf(offer, p));
        expect(found.length).toBeLessThanOrEqual(1);
      }
  });

  test("a tier's part of every rate of every card, of whatever day, is a whole µUSD", () => {
    for (const offer of offers)
      for (const price of serviceTierPrices.filter((p) => isOf(offer, p)))
        for (const at of offer.prices) {
          const of = buckets({ freshInput: 1 });
          expect(
            priceUsage({ tokens: of, serviceTier: price.names[0] ?? "" }, at, offer),
          ).not.toBeNull();
        }
  });

  test("a unit's price is a whole number of pUSD above 0", () => {
    for (const { price } of unitPrices) expect(Number.isSafeInteger(price) && price > 0).toBe(true);
  });
});
