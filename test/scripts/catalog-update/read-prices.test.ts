import fc from "fast-check";
import { genaiCards } from "../../../scripts/catalog-update/genai-cards";
import { findGenai } from "../../../scripts/catalog-update/genai-prices";
import { microUsdOf } from "../../../scripts/catalog-update/micro-usd";
import { modelsDevCard } from "../../../scripts/catalog-update/models-dev-card";

describe("microUsdOf shifts decimals and never multiplies floats", () => {
  test.each([
    { usd: 0.15, price: 150_000, exact: true },
    { usd: 0.0028, price: 2_800, exact: true },
    { usd: 0.003625, price: 3_625, exact: true },
    { usd: 1e-6, price: 1, exact: true },
    { usd: 5e-7, price: 1, exact: false },
    { usd: 0.083_333_333_333_333_34, price: 83_334, exact: false },
    { usd: 600, price: 600_000_000, exact: true },
    { usd: 0, price: 0, exact: true },
    { usd: 1e21, price: 1e27, exact: true },
  ])("$usd USD is $price µUSD", ({ usd, price, exact }) => {
    expect(microUsdOf(usd)).toEqual({ price, exact });
  });

  test.each([-0.1, Number.NaN, Number.POSITIVE_INFINITY])("%p is no price", (usd) => {
    expect(() => microUsdOf(usd)).toThrow(/is not a number from 0 up/);
  });

  test("every whole µUSD survives the way through a float of USD", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), (micro) => {
        expect(microUsdOf(micro / 1e6)).toEqual({ price: micro, exact: true });
      }),
    );
  });
});

const cardsOf = (prices: unknown, kind = "chat") => {
  const notes: string[] = [];
  const model = findGenai(() => ({ id: "m", prices }), "openai", "m");
  const cards = model
    ? genaiCards(model, kind, (field, what, text) => notes.push(`${field} ${what} ${text}`))
    : [];
  return { cards, notes };
};

describe("cards of genai-prices", () => {
  test("one flat price is one undated card", () => {
    expect(cardsOf({ input_mtok: 1, output_mtok: 2, cache_read_mtok: 0.1 }).cards).toEqual([
      { from: "g", input: 1_000_000, output: 2_000_000, cacheRead: 100_000 },
    ]);
  });

  test("a tier's start is the border that the input must be above", () => {
    const tiered = (base: number, price: number) => ({ base, tiers: [{ start: 271_999, price }] });
    const { cards } = cardsOf({ input_mtok: tiered(5, 10), output_mtok: tiered(30, 45) });
    expect(cards[0]?.tiers).toEqual([{ above: 271_999, input: 10_000_000, output: 45_000_000 }]);
  });

  test("a rate without tiers holds in each tier of the others", () => {
    const { cards } = cardsOf({
      input_mtok: { base: 1, tiers: [{ start: 100, price: 2 }] },
      output_mtok: 3,
    });
    expect(cards[0]?.tiers).toEqual([{ above: 100, input: 2_000_000, output: 3_000_000 }]);
  });

  test("a start date opens a card of its own", () => {
    const { cards } = cardsOf([
      { prices: { input_mtok: 10, output_mtok: 40 } },
      {
        constraint: { type: "start_date", start_date: "2025-06-10" },
        prices: { input_mtok: 2, output_mtok: 8 },
      },
    ]);
    expect(cards.map(({ validFrom, input }) => [validFrom, input])).toEqual([
      [undefined, 10_000_000],
      ["2025-06-10", 2_000_000],
    ]);
  });

  test("of prices by the hour the dearer is taken, on the youngest card only, and noted", () => {
    const hours = { type: "time_of_date", start_time: "01:00:00Z", end_time: "04:00:00Z" };
    const { cards, notes } = cardsOf([
      { prices: { input_mtok: 1, output_mtok: 1 } },
      {
        constraint: { type: "start_date", start_date: "2026-08-17" },
        prices: { input_mtok: 2, output_mtok: 2 },
      },
      { constraint: hours, prices: { input_mtok: 4, output_mtok: 4 } },
    ]);
    expect(cards.map(({ validFrom, input }) => [validFrom, input])).toEqual([
      [undefined, 1_000_000],
      ["2026-08-17", 4_000_000],
    ]);
    expect(notes).toEqual(["prices time-of-day 01:00:00Z to 04:00:00Z: dearer used"]);
  });

  test("a model billed by the hour or the page has no card", () => {
    expect(cardsOf({ audio_hours: 0.36 }).cards).toEqual([]);
  });

  test("an embedding has no output to bill, whatever the source copied there", () => {
    expect(cardsOf({ input_mtok: 0.1, output_mtok: 0.1 }, "embedding").cards).toEqual([
      { from: "g", input: 100_000, output: 0 },
    ]);
  });
});

describe("the card of models.dev", () => {
  test("a tier's size is the border that the input must be above", () => {
    const cost = {
      input: 1.25,
      output: 10,
      tiers: [{ tier: { size: 200_000 }, input: 2.5, output: 15, cache_read: 0.25 }],
    };
    expect(modelsDevCard(cost, () => undefined)).toEqual({
      from: "m",
      input: 1_250_000,
      output: 10_000_000,
      tiers: [{ above: 200_000, input: 2_500_000, output: 15_000_000, cacheRead: 250_000 }],
    });
  });

  test("no cost is no card, and never 0", () => {
    expect(modelsDevCard(undefined, () => undefined)).toBeUndefined();
    expect(modelsDevCard({ input: 1 }, () => undefined)).toBeUndefined();
  });
});
