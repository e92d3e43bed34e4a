import { readFileSync } from "node:fs";
import { calcPrice, findProvider } from "@pydantic/genai-prices";
import fc from "fast-check";
import { loadCatalog } from "../../../core/catalog/load";
import { type Offer, offerName } from "../../../core/catalog/offer";
import type { PicoUsd, Tokens } from "../../../core/money/amounts";
import { cardAt } from "../../../core/money/card-at";
import { priceUsage } from "../../../core/money/price-usage";
import { unitsCost } from "../../../core/money/unit-prices";
import type { ProviderUsage } from "../../../core/usage/provider-usage";
import { inputTokens, outputTokens } from "../../../core/usage/token-buckets";
import { genaiProvider } from "../../../scripts/catalog-update/genai-prices";
import { buckets } from "../money/cards";

// Off DeepSeek's peak hours, so that charging the dearer hours shows as the difference it is.
const when = new Date("2026-11-24T20:00:00Z");

/**
 * Why an offer may cost another sum here than in genai-prices: the kinds of its flags, see
 * docs/catalog.md. The fixture lists every offer under its reasons: a new difference, or one that
 * is gone, has to be looked at and written down.
 */
const reasons = [
  "disagreement",
  "derived",
  "filled-from-models.dev",
  "time-of-day",
  "unsound-rate",
];
const flags = JSON.parse(readFileSync("core/catalog/offers/flags.json", "utf8")) as readonly {
  offer: string;
  kind: string;
}[];
const expected = JSON.parse(
  readFileSync("test/fixtures/catalog/genai-differences.json", "utf8"),
) as Record<string, string[]>;

const asked = (usage: Parameters<typeof calcPrice>[0], { provider, id }: Offer): number => {
  const found = calcPrice(usage, id, { providerId: genaiProvider(provider), timestamp: when });
  return (found?.total_price ?? Number.NaN) * 1e12;
};

const theirs = (offer: Offer, { tokens: of, audio }: ProviderUsage): number =>
  asked(
    {
      input_tokens: inputTokens(of),
      cache_read_tokens: of.cacheRead,
      cache_write_tokens: of.cacheWrite5m + of.cacheWrite1h,
      cache_write_1h_tokens: of.cacheWrite1h,
      output_tokens: outputTokens(of),
      output_reasoning_tokens: of.reasoningOutput,
      input_audio_tokens: (audio?.freshInput ?? 0) + (audio?.cacheRead ?? 0),
      cache_audio_read_tokens: audio?.cacheRead ?? 0,
    },
    offer,
  );

const isKnown = ({ provider, id }: Offer): boolean => {
  const providerId = genaiProvider(provider);
  const model = calcPrice({}, id, { providerId })?.model;
  return model !== undefined && findProvider({ providerId })?.models.includes(model) === true;
};

const count = fc.oneof(fc.nat(2_000), fc.nat(150_000));
const generated = fc.sample(
  fc.record({
    freshInput: fc.oneof(count, fc.constantFrom(199_999, 200_000, 200_001, 271_999, 272_000)),
    cacheRead: count,
    cacheWrite5m: count,
    cacheWrite1h: count,
    visibleOutput: count,
    reasoningOutput: count,
  }),
  { numRuns: 60, seed: 20_261_124 },
);
// The tiers' very borders: input alone, so that nothing shifts it.
const borders = [128_000, 128_001, 199_999, 200_000, 200_001, 271_999, 272_000, 272_001].map(
  (freshInput) => ({ freshInput, visibleOutput: 7 }),
);
const third = (count: number) => Math.floor(count / 3) as Tokens;
const written = [...generated, ...borders].map(buckets);
const usages: readonly ProviderUsage[] = [
  ...written.map((tokens) => ({ tokens })),
  // Some of them again, with a third of the input spoken.
  ...written.slice(0, 12).map((tokens) => ({
    tokens,
    audio: { freshInput: third(tokens.freshInput), cacheRead: third(tokens.cacheRead) },
  })),
];
/** An embedding has input alone; where genai-prices bills its output, that rate is a copy. */
const usagesOf = ({ kind }: Offer): readonly ProviderUsage[] =>
  kind === "embedding"
    ? usages.map(({ tokens }) => ({ tokens: buckets({ freshInput: tokens.freshInput }) }))
    : usages;

const priced = loadCatalog().offers.flatMap((offer) => {
  const card = cardAt(offer, when.getTime());
  return card ? [{ offer, card, known: isKnown(offer) }] : [];
});

let warn: jest.SpyInstance;
beforeAll(() => {
  warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterAll(() => warn.mockRestore());

test("of the priced offers nearly all are known to genai-prices, whatever they are for", () => {
  expect(priced.length).toBeGreaterThan(690);
  const share = (of: typeof priced) => of.filter(({ known }) => known).length / of.length;
  expect(share(priced)).toBeGreaterThan(0.75);
  expect(share(priced.filter(({ offer }) => offer.api !== undefined))).toBeGreaterThan(0.4);
  expect(share(priced.filter(({ offer }) => offer.kind === "embedding"))).toBeGreaterThan(0.5);
});

test("every sum equals genai-prices' own, but for the offers listed with their reasons", () => {
  const differing: Record<string, string[]> = {};
  for (const { offer, card } of priced.filter(({ known }) => known)) {
    const agrees = usagesOf(offer).every((of) => {
      const [ours, other] = [priceUsage(of, card, offer) ?? Number.NaN, theirs(offer, of)];
      // Theirs are sums of floats: half a pico-dollar, or the twelfth digit, is their rounding.
      return Math.abs(ours - other) <= 0.5 + ours * 1e-12;
    });
    if (agrees) continue;
    const own = flags.filter((flag) => flag.offer === offerName(offer)).map(({ kind }) => kind);
    const why = reasons.filter((reason) => own.includes(reason)).join(", ");
    differing[why] = [...(differing[why] ?? []), offerName(offer)];
  }
  expect(Object.keys(differing)).not.toContain("");
  expect(differing).toEqual(expected);
});

describe.each([
  // OpenRouter lends its own search to many models, at a price by results: only these two say one.
  { unit: "web-search", key: "web_searches", unpriced: 2 },
  { unit: "file-search", key: "storage_searches", unpriced: 0 },
] as const)("a $unit", ({ unit, key, unpriced }) => {
  const both = priced
    .filter(({ known }) => known)
    .map(({ offer }) => ({ offer, ours: unitsCost({ [unit]: 1 }, offer) }));
  // A price of theirs is one for the unit, as no token is used.
  const withTheirs = () =>
    both
      .map((one) => ({ ...one, other: Math.round(asked({ [key]: 1 }, one.offer)) as PicoUsd }))
      .filter(({ other }) => other > 0);

  test("costs what genai-prices says, wherever both have a price", () => {
    const shared = withTheirs().filter(({ ours }) => ours !== null);
    expect(shared.length).toBeGreaterThan(25);
    for (const { ours, other } of shared) expect(ours).toBe(other);
  });

  test("is unpriced at few offers for which genai-prices has a price", () => {
    const without = withTheirs().filter(({ ours }) => ours === null);
    expect(without.map(({ offer }) => offer.provider)).toEqual(Array(unpriced).fill("openrouter"));
  });
});
