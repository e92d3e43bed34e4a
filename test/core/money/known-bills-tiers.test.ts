import { billed, type KnownBill, listed } from "./known-bills";

// Nothing here is read from the catalog or reckoned by the code: dollars for a million tokens are
// µUSD for each, and a million pUSD are one.
const bills: readonly KnownBill[] = [
  {
    name: "flex halves all rates",
    offer: "openai/gpt-5",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 1_000, cacheRead: 9_000, visibleOutput: 500 },
    more: { serviceTier: "flex" },
    // (1,000 × 1.25 + 9,000 × 0.125 + 500 × 10) / 2 = 3,687.5 µUSD
    pico: 3_687_500_000,
  },
  {
    name: "flex halves long context as well",
    offer: "openai/gpt-5.4",
    rates: { input: 5_000_000, output: 22_500_000, cacheRead: 500_000 },
    tokens: { freshInput: 300_000, visibleOutput: 1_000 },
    more: { serviceTier: "flex" },
    // (300,000 × 5 + 1,000 × 22.50) / 2 = 761,250 µUSD
    pico: 761_250_000_000,
  },
  {
    name: "flex of the dearest, where long prompts have none",
    offer: "openai/gpt-5.5-pro",
    rates: { input: 30_000_000, output: 180_000_000 },
    tokens: { freshInput: 100, visibleOutput: 100 },
    more: { serviceTier: "flex" },
    // (100 × 30 + 100 × 180) / 2 = 10,500 µUSD
    pico: 10_500_000_000,
  },
  {
    name: "a long prompt to it",
    offer: "openai/gpt-5.5-pro",
    rates: { input: 60_000_000, output: 270_000_000 },
    tokens: { freshInput: 300_000, visibleOutput: 100 },
    more: { serviceTier: "flex" },
    pico: null,
  },
  {
    name: "priority doubles GPT-5",
    offer: "openai/gpt-5",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 1_000, cacheRead: 9_000, visibleOutput: 500 },
    more: { serviceTier: "priority" },
    // 1,000 × 2.50 + 9,000 × 0.25 + 500 × 20 = 14,750 µUSD
    pico: 14_750_000_000,
  },
  {
    name: "priority of GPT-5 mini is 1.8 times",
    offer: "openai/gpt-5-mini",
    rates: { input: 250_000, output: 2_000_000, cacheRead: 25_000 },
    tokens: { freshInput: 1_000, cacheRead: 1_000, visibleOutput: 100 },
    more: { serviceTier: "priority" },
    // 1,000 × 0.45 + 1,000 × 0.045 + 100 × 3.60 = 855 µUSD
    pico: 855_000_000,
  },
  {
    name: "priority of GPT-4.1 is 1.75 times",
    offer: "openai/gpt-4.1",
    rates: { input: 2_000_000, output: 8_000_000, cacheRead: 500_000 },
    tokens: { freshInput: 1_000, cacheRead: 1_000, visibleOutput: 100 },
    more: { serviceTier: "priority" },
    // 1,000 × 3.50 + 1,000 × 0.875 + 100 × 14 = 5,775 µUSD
    pico: 5_775_000_000,
  },
  {
    name: "priority of GPT-4o mini is five thirds",
    offer: "openai/gpt-4o-mini",
    rates: { input: 150_000, output: 600_000, cacheRead: 75_000 },
    tokens: { freshInput: 1_000, cacheRead: 1_000, visibleOutput: 100 },
    more: { serviceTier: "priority" },
    // 1,000 × 0.25 + 1,000 × 0.125 + 100 × 1 = 475 µUSD
    pico: 475_000_000,
  },
  {
    name: "priority of o4-mini is twenty elevenths",
    offer: "openai/o4-mini",
    rates: { input: 1_100_000, output: 4_400_000, cacheRead: 275_000 },
    tokens: { freshInput: 1_000, cacheRead: 1_000, visibleOutput: 50, reasoningOutput: 450 },
    more: { serviceTier: "priority" },
    // 1,000 × 2 + 1,000 × 0.50 + (50+450) × 8 = 6,500 µUSD
    pico: 6_500_000_000,
  },
  {
    name: "fast mode of GPT-5.5 is two and a half times",
    offer: "openai/gpt-5.5",
    rates: { input: 5_000_000, output: 30_000_000, cacheRead: 500_000 },
    tokens: { freshInput: 1_000, cacheRead: 1_000, visibleOutput: 100 },
    more: { serviceTier: "priority" },
    // 1,000 × 12.50 + 1,000 × 1.25 + 100 × 75 = 21,250 µUSD
    pico: 21_250_000_000,
  },
  {
    name: "fast mode does not take long prompts before GPT-6",
    offer: "openai/gpt-5.4",
    rates: { input: 5_000_000, output: 22_500_000, cacheRead: 500_000 },
    tokens: { freshInput: 272_000, visibleOutput: 1 },
    more: { serviceTier: "priority" },
    pico: null,
  },
  {
    name: "and does from GPT-6 on",
    offer: "openai/gpt-6-sol",
    rates: { input: 4_000_000, output: 15_000_000, cacheRead: 400_000, cacheWrite5m: 5_000_000 },
    tokens: { freshInput: 300_000, visibleOutput: 100 },
    more: { serviceTier: "fast" },
    // 300,000 × 8 + 100 × 30 = 2,403,000 µUSD
    pico: 2_403_000_000_000,
  },
  {
    name: "capacity that was bought ahead has no list price",
    offer: "openai/gpt-5",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 1_000, visibleOutput: 100 },
    more: { serviceTier: "scale" },
    pico: null,
  },
  {
    name: "the default tier is the standard one",
    offer: "openai/gpt-5",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 1_000, visibleOutput: 100 },
    more: { serviceTier: "default" },
    // 1,000 × 1.25 + 100 × 10 = 2,250 µUSD
    pico: 2_250_000_000,
  },
  {
    name: "Gemini's priority, above its border",
    offer: "gemini/gemini-3.1-pro-preview",
    rates: { input: 4_000_000, output: 18_000_000, cacheRead: 400_000 },
    tokens: { freshInput: 250_000, visibleOutput: 100 },
    more: { serviceTier: "priority" },
    // 250,000 × 7.20 + 100 × 32.40 = 1,803,240 µUSD
    pico: 1_803_240_000_000,
  },
  {
    name: "Gemini's priority with a cache",
    offer: "gemini/gemini-3.8-flash",
    rates: { input: 750_000, output: 3_750_000, cacheRead: 75_000 },
    tokens: { freshInput: 1_000, cacheRead: 2_000, visibleOutput: 100 },
    more: { serviceTier: "PRIORITY" },
    // 1,000 × 1.35 + 2,000 × 0.135 + 100 × 6.75 = 2,295 µUSD
    pico: 2_295_000_000,
  },
  {
    name: "Gemini's flex",
    offer: "gemini/gemini-3.8-flash",
    rates: { input: 750_000, output: 3_750_000, cacheRead: 75_000 },
    tokens: { freshInput: 1_000, cacheRead: 2_000, visibleOutput: 100 },
    more: { serviceTier: "flex" },
    // 1,000 × 0.375 + 2,000 × 0.0375 + 100 × 1.875 = 637.5 µUSD
    pico: 637_500_000,
  },
  {
    name: "a tier that no page prices",
    offer: "gemini/gemini-2.5-pro",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 1_000, visibleOutput: 100 },
    more: { serviceTier: "priority" },
    pico: null,
  },
  {
    name: "Claude's fast mode doubles caches too",
    offer: "anthropic/claude-opus-4-8",
    rates: {
      input: 5_000_000,
      output: 25_000_000,
      cacheRead: 500_000,
      cacheWrite5m: 6_250_000,
      cacheWrite1h: 10_000_000,
    },
    tokens: {
      freshInput: 10,
      cacheRead: 4_000,
      cacheWrite5m: 1_000,
      cacheWrite1h: 100,
      visibleOutput: 300,
    },
    more: { serviceTier: "fast" },
    // 2 × (10 × 5 + 4,000 × 0.50 + 1,000 × 6.25 + 100 × 10 + 300 × 25) = 33,600 µUSD
    pico: 33_600_000_000,
  },
  {
    name: "Claude in the US costs a tenth more",
    offer: "anthropic/claude-sonnet-5",
    rates: {
      input: 2_000_000,
      output: 10_000_000,
      cacheRead: 200_000,
      cacheWrite5m: 2_500_000,
      cacheWrite1h: 4_000_000,
    },
    tokens: { freshInput: 100, cacheRead: 1_000, visibleOutput: 50 },
    more: { serviceTier: "us" },
    // 1.1 × (100 × 2 + 1,000 × 0.20 + 50 × 10) = 990 µUSD
    pico: 990_000_000,
  },
  {
    name: "Claude fast, and in the US",
    offer: "anthropic/claude-opus-5-5",
    rates: {
      input: 4_000_000,
      output: 20_000_000,
      cacheRead: 200_000,
      cacheWrite5m: 5_000_000,
      cacheWrite1h: 8_000_000,
    },
    tokens: { freshInput: 100, cacheRead: 1_000, visibleOutput: 50 },
    more: { serviceTier: "fast+us" },
    // 2.2 × (100 × 4 + 1,000 × 0.20 + 50 × 20) = 3,520 µUSD
    pico: 3_520_000_000,
  },
  {
    name: "Claude's committed capacity has no list price",
    offer: "anthropic/claude-sonnet-5",
    rates: {
      input: 2_000_000,
      output: 10_000_000,
      cacheRead: 200_000,
      cacheWrite5m: 2_500_000,
      cacheWrite1h: 4_000_000,
    },
    tokens: { freshInput: 100, visibleOutput: 50 },
    more: { serviceTier: "priority" },
    pico: null,
  },
  {
    name: "Groq's flex costs the same",
    offer: "groq/llama-3.3-70b-versatile",
    rates: { input: 590_000, output: 790_000 },
    tokens: { freshInput: 1_000, visibleOutput: 100 },
    more: { serviceTier: "flex" },
    // 1,000 × 0.59 + 100 × 0.79 = 669 µUSD
    pico: 669_000_000,
  },
  {
    name: "Fireworks' priority",
    offer: "fireworks/accounts/fireworks/models/minimax-m3",
    rates: { input: 300_000, output: 1_200_000, cacheRead: 60_000 },
    tokens: { freshInput: 1_000, cacheRead: 500, visibleOutput: 100 },
    more: { serviceTier: "priority" },
    // 1,000 × 0.45 + 500 × 0.09 + 100 × 1.80 = 675 µUSD
    pico: 675_000_000,
  },
  {
    name: "Bedrock states no numbers for its tiers",
    offer: "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    rates: {
      input: 3_300_000,
      output: 16_500_000,
      cacheRead: 330_000,
      cacheWrite5m: 4_125_000,
      cacheWrite1h: 6_600_000,
    },
    tokens: { freshInput: 100, visibleOutput: 60 },
    more: { serviceTier: "flex" },
    pico: null,
  },
];

describe("what is billed for a service tier", () => {
  test.each(bills)("$name: $offer", (bill) => {
    expect(listed(bill)).toEqual(bill.rates);
    expect(billed(bill)).toBe(bill.pico);
  });
});
