import { readFileSync } from "node:fs";
import { calcPrice, findProvider } from "@pydantic/genai-prices";
import fc from "fast-check";
import { loadCatalog } from "../../../core/catalog/load";
import { type Offer, offerName } from "../../../core/catalog/offer";
import { cardAt } from "../../../core/money/card-at";
import { costOf } from "../../../core/money/cost";
import { inputTokens, outputTokens, type TokenBuckets } from "../../../core/usage/token-buckets";
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

const theirs = ({ provider, id }: Offer, of: TokenBuckets): number => {
  const writes = of.cacheWrite5m + of.cacheWrite1h;
  const usage = {
    input_tokens: inputTokens(of),
    cache_read_tokens: of.cacheRead,
    cache_write_tokens: writes,
    cache_write_1h_tokens: of.cacheWrite1h,
    output_tokens: outputTokens(of),
    output_reasoning_tokens: of.reasoningOutput,
  };
  const found = calcPrice(usage, id, { providerId: genaiProvider(provider), timestamp: when });
  return (found?.total_price ?? Number.NaN) * 1e12;
};

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
const usages = [...generated, ...borders].map(buckets);

const priced = loadCatalog().offers.flatMap((offer) => {
  const card = cardAt(offer, when.getTime());
  return offer.kind === "chat" && card && isKnown(offer) ? [{ offer, card }] : [];
});

test("most offers are known to genai-prices, so that the comparison means something", () => {
  expect(priced.length).toBeGreaterThan(500);
});

test("every sum equals genai-prices' own, but for the offers listed with their reasons", () => {
  const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const differing: Record<string, string[]> = {};
  for (const { offer, card } of priced) {
    const agrees = usages.every((of) => {
      const [ours, other] = [costOf(of, card), theirs(offer, of)];
      // Theirs are sums of floats: half a pico-dollar, or the twelfth digit, is their rounding.
      return Math.abs(ours - other) <= 0.5 + ours * 1e-12;
    });
    if (agrees) continue;
    const own = flags.filter((flag) => flag.offer === offerName(offer)).map(({ kind }) => kind);
    const why = reasons.filter((reason) => own.includes(reason)).join(", ");
    differing[why] = [...(differing[why] ?? []), offerName(offer)];
  }
  warn.mockRestore();
  expect(Object.keys(differing)).not.toContain("");
  expect(differing).toEqual(expected);
});
