import fc from "fast-check";
import { costOf } from "../../../core/money/cost";
import type { PriceCard } from "../../../core/money/price-card";
import { inputTokens, type TokenBuckets } from "../../../core/usage/token-buckets";
import { buckets, card } from "./cards";

const names = [
  "freshInput",
  "cacheRead",
  "cacheWrite5m",
  "cacheWrite1h",
  "visibleOutput",
  "reasoningOutput",
] as const satisfies readonly (keyof TokenBuckets)[];

// Up to two million tokens a bucket at up to $600 per million stays in the exact range.
const count = fc.nat({ max: 2_000_000 });
const price = fc.nat({ max: 600_000_000 });
const tokens = fc.record(Object.fromEntries(names.map((name) => [name, count]))).map(buckets);
const rates = fc.record(
  {
    input: price,
    output: price,
    cacheRead: price,
    cacheWrite5m: price,
    cacheWrite1h: price,
    reasoning: price,
  },
  { requiredKeys: ["input", "output"] },
);
const flatCard = rates.map((base) => card(base));
const tieredCard = fc
  .tuple(rates, rates, fc.integer({ min: 1, max: 4_000_000 }))
  .map(([base, dear, above]) => card(base, [above, dear]));

/** The same sum by another way: whole numbers of any size. */
const byBigInt = (of: TokenBuckets, { tiers }: PriceCard): bigint => {
  const input = inputTokens(of);
  const tier = [...tiers].reverse().find((t) => input > t.aboveInputTokens) ?? tiers[0];
  const write = tier.cacheWrite5m ?? tier.input;
  const prices = {
    freshInput: tier.input,
    cacheRead: tier.cacheRead ?? tier.input,
    cacheWrite5m: write,
    cacheWrite1h: tier.cacheWrite1h ?? write,
    visibleOutput: tier.output,
    reasoningOutput: tier.reasoning ?? tier.output,
  };
  return names.reduce((sum, name) => sum + BigInt(of[name]) * BigInt(prices[name]), 0n);
};

test("it is what whole-number arithmetic says, on any card", () => {
  fc.assert(
    fc.property(tokens, fc.oneof(flatCard, tieredCard), (of, by) => {
      expect(BigInt(costOf(of, by))).toBe(byBigInt(of, by));
    }),
    { numRuns: 2_000 },
  );
});

test("it is always a whole number from 0 up, and never NaN", () => {
  fc.assert(
    fc.property(tokens, tieredCard, (of, by) => {
      const cost = costOf(of, by);
      expect(Number.isSafeInteger(cost) && cost >= 0).toBe(true);
    }),
  );
});

test("within a tier the buckets' costs add up to the whole", () => {
  fc.assert(
    fc.property(tokens, flatCard, (of, by) => {
      const parts = names.map((name) => costOf(buckets({ [name]: of[name] }), by));
      expect(parts.reduce((sum: number, part) => sum + part, 0)).toBe(costOf(of, by));
    }),
  );
});

test("within a tier two requests cost as much as both in one", () => {
  const half = fc.record(Object.fromEntries(names.map((name) => [name, fc.nat(500_000)])));
  fc.assert(
    fc.property(half.map(buckets), half.map(buckets), flatCard, (a, b, by) => {
      const both = buckets(Object.fromEntries(names.map((name) => [name, a[name] + b[name]])));
      expect(costOf(a, by) + costOf(b, by)).toBe(costOf(both, by));
    }),
  );
});

test("within a tier one more token never costs less", () => {
  fc.assert(
    fc.property(tokens, flatCard, fc.constantFrom(...names), (of, by, name) => {
      const more = buckets({ ...of, [name]: of[name] + 1 });
      expect(costOf(more, by)).toBeGreaterThanOrEqual(costOf(of, by));
    }),
  );
});
