import type { MicroUsdPerMTok, Tokens } from "../../../core/money/amounts";
import { costLines } from "../../../core/money/cost-lines";
import type { PriceCard } from "../../../core/money/price-card";
import { priceUsage } from "../../../core/money/price-usage";
import type { ProviderUsage } from "../../../core/usage/provider-usage";
import { noTokens } from "../../../core/usage/token-buckets";

const rate = (n: number) => n as MicroUsdPerMTok;
const count = (n: number) => n as Tokens;
const card: PriceCard = {
  tiers: [
    {
      aboveInputTokens: count(0),
      input: rate(150_000),
      output: rate(600_000),
      cacheRead: rate(75_000),
    },
    { aboveInputTokens: count(200_000), input: rate(300_000), output: rate(900_000) },
  ],
  source: "test",
  takenOn: "2026-11-24",
};
const offer = { provider: "openai", id: "gpt-5.5" } as const;
const tokens = {
  ...noTokens,
  freshInput: count(1_000),
  cacheRead: count(400),
  cacheWrite1h: count(7),
  visibleOutput: count(30),
  reasoningOutput: count(20),
};

const linesOf = (usage: ProviderUsage, cost = priceUsage(usage, card, offer)) =>
  costLines({ ...usage, cost }, card, offer);

describe("a cost taken apart", () => {
  test.each<{ name: string; usage: ProviderUsage }>([
    { name: "tokens of each bucket", usage: { tokens } },
    { name: "a long prompt", usage: { tokens: { ...tokens, freshInput: count(300_000) } } },
    { name: "a cheaper service tier", usage: { tokens, serviceTier: "flex" } },
    { name: "searches", usage: { tokens, units: { "web-search": 3, "file-search": 1 } } },
    { name: "nothing", usage: { tokens: noTokens } },
  ])("adds up to what was billed for $name", ({ usage }) => {
    const lines = linesOf(usage);
    const sum = lines.reduce((total, { cost }) => total + (cost ?? Number.NaN), 0);
    expect(sum).toBe(priceUsage(usage, card, offer));
    expect(lines.every(({ count: n }) => n > 0)).toBe(true);
  });

  test("names rate and count, a missing rate as what it falls back to", () => {
    expect(linesOf({ tokens, units: { "web-search": 2 } })).toEqual([
      { bucket: "freshInput", count: 1_000, rate: 150_000, cost: 150_000_000 },
      { bucket: "cacheRead", count: 400, rate: 75_000, cost: 30_000_000 },
      { bucket: "cacheWrite1h", count: 7, rate: 150_000, cost: 1_050_000 },
      { bucket: "visibleOutput", count: 30, rate: 600_000, cost: 18_000_000 },
      { bucket: "reasoningOutput", count: 20, rate: 600_000, cost: 12_000_000 },
      { bucket: "web-search", count: 2, rate: 10_000, cost: 20_000_000_000 },
    ]);
  });

  test.each([
    { name: "another price than the record's", cost: 1 },
    { name: "an unpriced request", cost: null },
  ])("has no rate at all for $name", ({ cost }) => {
    const lines = costLines({ tokens, cost }, card, offer);
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatchObject({ rate: null, cost: null });
  });
});
