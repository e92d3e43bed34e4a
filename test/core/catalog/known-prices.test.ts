import { loadCatalog } from "../../../core/catalog/load";
import type { OfferName } from "../../../core/catalog/offer";
import { cardAt } from "../../../core/money/card-at";

const catalog = loadCatalog();
const november = Date.parse("2026-11-24T12:00:00Z");

// USD per million tokens as the providers' price pages had them, quoted by both sources alike
// unless a note says which: input, output, cache read, five-minute and one-hour cache write.
const known: readonly (readonly [OfferName, number, number, number?, number?, number?])[] = [
  ["openai/gpt-4o", 2.5, 10, 1.25],
  ["openai/gpt-4o-mini", 0.15, 0.6, 0.075],
  ["openai/gpt-4.1", 2, 8, 0.5],
  ["openai/gpt-4.1-mini", 0.4, 1.6, 0.1],
  ["openai/gpt-5", 1.25, 10, 0.125],
  ["openai/gpt-5-mini", 0.25, 2, 0.025],
  ["openai/gpt-5-nano", 0.05, 0.4, 0.005],
  ["openai/o3", 2, 8, 0.5],
  ["openai/o4-mini", 1.1, 4.4, 0.275],
  ["anthropic/claude-sonnet-4-5", 3, 15, 0.3, 3.75, 6],
  ["anthropic/claude-haiku-4-5", 1, 5, 0.1, 1.25, 2],
  ["anthropic/claude-opus-4-5", 5, 25, 0.5, 6.25, 10],
  ["gemini/gemini-2.5-flash", 0.3, 2.5, 0.03],
  ["gemini/gemini-2.5-flash-lite", 0.1, 0.4, 0.01],
  ["gemini/gemini-2.5-pro", 1.25, 10, 0.125],
  ["groq/llama-3.1-8b-instant", 0.05, 0.08],
  ["mistral/mistral-large-latest", 0.5, 1.5], // models.dev: Mistral Large 3
  ["mistral/mistral-medium-latest", 1.5, 7.5, 0.15], // genai-prices: from 2026-06-16
  ["deepseek/deepseek-v4-flash", 0.44, 1.32, 0.014], // genai-prices: the peak hours' price
];

test.each(known.map((prices) => ({ prices })))("$prices.0", ({ prices }) => {
  const [name, input, output, cacheRead, cacheWrite5m, cacheWrite1h] = prices;
  const offer = catalog.find(name);
  const rates = offer && cardAt(offer, november)?.tiers[0];
  const micro = (usd: number | undefined) =>
    usd === undefined ? undefined : Math.round(usd * 1e6);
  expect(rates).toMatchObject({ input: micro(input), output: micro(output) });
  expect([rates?.cacheRead, rates?.cacheWrite5m, rates?.cacheWrite1h]).toEqual(
    [cacheRead, cacheWrite5m, cacheWrite1h].map(micro),
  );
});

describe("tiers by input", () => {
  test.each([
    { name: "openai/gpt-5.4", above: 271_999, input: 5_000_000, output: 22_500_000 },
    { name: "gemini/gemini-2.5-pro", above: 200_000, input: 2_500_000, output: 15_000_000 },
    { name: "xai/grok-4.3", above: 199_999, input: 2_500_000, output: 5_000_000 },
  ] as const)("$name costs more above $above tokens", ({ name, above, input, output }) => {
    const tiers = catalog.find(name)?.prices.at(-1)?.tiers;
    expect(tiers?.slice(1)).toMatchObject([{ aboveInputTokens: above, input, output }]);
  });
});

describe("ability", () => {
  const score = (name: OfferName) => catalog.find(name)?.ability.score ?? Number.NaN;
  test.each([
    ["openai/gpt-5.5", "openai/gpt-5"],
    ["openai/gpt-5", "openai/gpt-4o"],
    ["openai/gpt-4o", "openai/gpt-4o-mini"],
    ["anthropic/claude-opus-4-8", "anthropic/claude-sonnet-4-5"],
    ["anthropic/claude-sonnet-4-5", "anthropic/claude-haiku-4-5"],
    ["gemini/gemini-2.5-pro", "gemini/gemini-2.5-flash"],
    ["gemini/gemini-2.5-flash", "gemini/gemini-2.5-flash-lite"],
  ] as const)("%s is abler than %s", (abler, lesser) => {
    expect(score(abler)).toBeGreaterThan(score(lesser));
  });

  test("without evidence of its own a model is no abler than its family's best", () => {
    const best = Math.max(
      ...catalog.offers.filter((o) => o.ability.basis === "benchmark").map((o) => o.ability.score),
    );
    const guessed = catalog.offers.filter((o) => o.ability.basis !== "benchmark");
    expect(Math.max(...guessed.map((o) => o.ability.score))).toBeLessThanOrEqual(best);
  });
});
