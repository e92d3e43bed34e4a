import { billed, type KnownBill, listed } from "./known-bills";

// Nothing here is read from the catalog or reckoned by the code: dollars for a million tokens are
// µUSD for each, and a million pUSD are one.
const bills: readonly KnownBill[] = [
  {
    name: "500 in and 200 out",
    offer: "openai/gpt-4o-mini",
    rates: { input: 150_000, output: 600_000, cacheRead: 75_000 },
    tokens: { freshInput: 500, visibleOutput: 200 },
    // 500 × 0.15 + 200 × 0.60 = 195 µUSD
    pico: 195_000_000,
  },
  {
    name: "a cached prompt with a fresh tail",
    offer: "openai/gpt-4o",
    rates: { input: 2_500_000, output: 10_000_000, cacheRead: 1_250_000 },
    tokens: { freshInput: 76, cacheRead: 1_024, visibleOutput: 10 },
    // 76 × 2.50 + 1,024 × 1.25 + 10 × 10 = 1,570 µUSD
    pico: 1_570_000_000,
  },
  {
    name: "a cached prompt at a tenth",
    offer: "openai/gpt-5",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 1_000, cacheRead: 9_000, visibleOutput: 500 },
    // 1,000 × 1.25 + 9,000 × 0.125 + 500 × 10 = 7,375 µUSD
    pico: 7_375_000_000,
  },
  {
    name: "reasoning that has no rate of its own is output",
    offer: "openai/gpt-5-mini",
    rates: { input: 250_000, output: 2_000_000, cacheRead: 25_000 },
    tokens: { freshInput: 1_200, visibleOutput: 300, reasoningOutput: 2_048 },
    // 1,200 × 0.25 + (300+2,048) × 2 = 4,996 µUSD
    pico: 4_996_000_000,
  },
  {
    name: "an image is tokens like any other: 765 of these",
    offer: "openai/gpt-4o",
    rates: { input: 2_500_000, output: 10_000_000, cacheRead: 1_250_000 },
    tokens: { freshInput: 800, visibleOutput: 120 },
    // (765+35) × 2.50 + 120 × 10 = 3,200 µUSD
    pico: 3_200_000_000,
  },
  {
    name: "an image of Claude's, 1,600 tokens",
    offer: "anthropic/claude-haiku-4-5",
    rates: {
      input: 1_000_000,
      output: 5_000_000,
      cacheRead: 100_000,
      cacheWrite5m: 1_250_000,
      cacheWrite1h: 2_000_000,
    },
    tokens: { freshInput: 1_640, visibleOutput: 90 },
    // (1,600+40) × 1 + 90 × 5 = 2,090 µUSD
    pico: 2_090_000_000,
  },
  {
    name: "one token below long context",
    offer: "openai/gpt-5.4",
    rates: { input: 2_500_000, output: 15_000_000, cacheRead: 250_000 },
    tokens: { freshInput: 271_999, visibleOutput: 100 },
    // 271,999 × 2.50 + 100 × 15 = 681,497.5 µUSD
    pico: 681_497_500_000,
  },
  {
    name: "long context begins at 272,000",
    offer: "openai/gpt-5.4",
    rates: { input: 5_000_000, output: 22_500_000, cacheRead: 500_000 },
    tokens: { freshInput: 272_000, visibleOutput: 100 },
    // 272,000 × 5 + 100 × 22.50 = 1,362,250 µUSD
    pico: 1_362_250_000_000,
  },
  {
    name: "cached tokens count towards long context",
    offer: "openai/gpt-5.4",
    rates: { input: 5_000_000, output: 22_500_000, cacheRead: 500_000 },
    tokens: { freshInput: 2_000, cacheRead: 270_000, visibleOutput: 1_000 },
    // 2,000 × 5 + 270,000 × 0.50 + 1,000 × 22.50 = 167,500 µUSD
    pico: 167_500_000_000,
  },
  {
    name: "GPT-6 is still short at 272,000",
    offer: "openai/gpt-6-sol",
    rates: { input: 2_000_000, output: 10_000_000, cacheRead: 200_000, cacheWrite5m: 2_500_000 },
    tokens: { freshInput: 272_000, visibleOutput: 1 },
    // 272,000 × 2 + 1 × 10 = 544,010 µUSD
    pico: 544_010_000_000,
  },
  {
    name: "and long from one more",
    offer: "openai/gpt-6-sol",
    rates: { input: 4_000_000, output: 15_000_000, cacheRead: 400_000, cacheWrite5m: 5_000_000 },
    tokens: { freshInput: 272_001, visibleOutput: 1 },
    // 272,001 × 4 + 1 × 15 = 1,088,019 µUSD
    pico: 1_088_019_000_000,
  },
  {
    name: "a cache write at a quarter more",
    offer: "openai/gpt-6-luna",
    rates: { input: 100_000, output: 500_000, cacheRead: 10_000, cacheWrite5m: 125_000 },
    tokens: { freshInput: 10, cacheWrite5m: 8_000, visibleOutput: 50 },
    // 10 × 0.10 + 8,000 × 0.125 + 50 × 0.50 = 1,026 µUSD
    pico: 1_026_000_000,
  },
  {
    name: "Claude writes a prompt for five minutes",
    offer: "anthropic/claude-sonnet-4-5",
    rates: {
      input: 3_000_000,
      output: 15_000_000,
      cacheRead: 300_000,
      cacheWrite5m: 3_750_000,
      cacheWrite1h: 6_000_000,
    },
    tokens: { freshInput: 4, cacheWrite5m: 12_000, visibleOutput: 700 },
    // 4 × 3 + 12,000 × 3.75 + 700 × 15 = 55,512 µUSD
    pico: 55_512_000_000,
  },
  {
    name: "Claude writes a prompt for an hour",
    offer: "anthropic/claude-sonnet-4-5",
    rates: {
      input: 3_000_000,
      output: 15_000_000,
      cacheRead: 300_000,
      cacheWrite5m: 3_750_000,
      cacheWrite1h: 6_000_000,
    },
    tokens: { freshInput: 4, cacheWrite1h: 12_000, visibleOutput: 700 },
    // 4 × 3 + 12,000 × 6 + 700 × 15 = 82,512 µUSD
    pico: 82_512_000_000,
  },
  {
    name: "Claude reads it and writes both ways",
    offer: "anthropic/claude-sonnet-4-5",
    rates: {
      input: 3_000_000,
      output: 15_000_000,
      cacheRead: 300_000,
      cacheWrite5m: 3_750_000,
      cacheWrite1h: 6_000_000,
    },
    tokens: {
      freshInput: 3,
      cacheRead: 12_000,
      cacheWrite5m: 1_000,
      cacheWrite1h: 500,
      visibleOutput: 250,
      reasoningOutput: 50,
    },
    // 3 × 3 + 12,000 × 0.30 + 1,000 × 3.75 + 500 × 6 + (250+50) × 15 = 14,859 µUSD
    pico: 14_859_000_000,
  },
  {
    name: "exactly 200,000 tokens are the lower tier",
    offer: "anthropic/claude-sonnet-4-5",
    rates: {
      input: 3_000_000,
      output: 15_000_000,
      cacheRead: 300_000,
      cacheWrite5m: 3_750_000,
      cacheWrite1h: 6_000_000,
    },
    tokens: { freshInput: 1_000, cacheRead: 199_000, visibleOutput: 1_000 },
    // 1,000 × 3 + 199,000 × 0.30 + 1,000 × 15 = 77,700 µUSD
    pico: 77_700_000_000,
  },
  {
    name: "one above 200,000: all of it is dearer",
    offer: "anthropic/claude-sonnet-4-5",
    rates: {
      input: 6_000_000,
      output: 22_500_000,
      cacheRead: 600_000,
      cacheWrite5m: 7_500_000,
      cacheWrite1h: 12_000_000,
    },
    tokens: { freshInput: 1_001, cacheRead: 199_000, visibleOutput: 1_000 },
    // 1,001 × 6 + 199,000 × 0.60 + 1,000 × 22.50 = 147,906 µUSD
    pico: 147_906_000_000,
  },
  {
    name: "Claude 4.6 and later have no such tier",
    offer: "anthropic/claude-opus-4-8",
    rates: {
      input: 5_000_000,
      output: 25_000_000,
      cacheRead: 500_000,
      cacheWrite5m: 6_250_000,
      cacheWrite1h: 10_000_000,
    },
    tokens: { freshInput: 900_000, visibleOutput: 1_000 },
    // 900,000 × 5 + 1,000 × 25 = 4,525,000 µUSD
    pico: 4_525_000_000_000,
  },
  {
    name: "Opus 5.5 reads its cache at a twentieth",
    offer: "anthropic/claude-opus-5-5",
    rates: {
      input: 4_000_000,
      output: 20_000_000,
      cacheRead: 200_000,
      cacheWrite5m: 5_000_000,
      cacheWrite1h: 8_000_000,
    },
    tokens: { freshInput: 20, cacheRead: 50_000, visibleOutput: 400 },
    // 20 × 4 + 50,000 × 0.20 + 400 × 20 = 18,080 µUSD
    pico: 18_080_000_000,
  },
  {
    name: "Fable 5.1 reads its cache at a fortieth",
    offer: "anthropic/claude-fable-5-1",
    rates: {
      input: 10_000_000,
      output: 50_000_000,
      cacheRead: 250_000,
      cacheWrite5m: 12_500_000,
      cacheWrite1h: 20_000_000,
    },
    tokens: { freshInput: 20, cacheRead: 50_000, visibleOutput: 400 },
    // 20 × 10 + 50,000 × 0.25 + 400 × 50 = 32,700 µUSD
    pico: 32_700_000_000,
  },
  {
    name: "Claude on Azure costs what it does at Anthropic",
    offer: "azure/claude-sonnet-4-5",
    rates: {
      input: 3_000_000,
      output: 15_000_000,
      cacheRead: 300_000,
      cacheWrite5m: 3_750_000,
      cacheWrite1h: 6_000_000,
    },
    tokens: { freshInput: 100, cacheWrite1h: 2_000, visibleOutput: 60 },
    // 100 × 3 + 2,000 × 6 + 60 × 15 = 13,200 µUSD
    pico: 13_200_000_000,
  },
  {
    name: "Claude at a regional Bedrock costs a tenth more",
    offer: "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    rates: {
      input: 3_300_000,
      output: 16_500_000,
      cacheRead: 330_000,
      cacheWrite5m: 4_125_000,
      cacheWrite1h: 6_600_000,
    },
    tokens: { freshInput: 100, cacheRead: 5_000, cacheWrite5m: 200, visibleOutput: 60 },
    // 100 × 3.30 + 5,000 × 0.33 + 200 × 4.125 + 60 × 16.50 = 3,795 µUSD
    pico: 3_795_000_000,
  },
  {
    name: "Gemini at the border",
    offer: "gemini/gemini-2.5-pro",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 200_000, visibleOutput: 10, reasoningOutput: 90 },
    // 200,000 × 1.25 + (10+90) × 10 = 251,000 µUSD
    pico: 251_000_000_000,
  },
  {
    name: "Gemini one above the border",
    offer: "gemini/gemini-2.5-pro",
    rates: { input: 2_500_000, output: 15_000_000, cacheRead: 250_000 },
    tokens: { freshInput: 200_001, visibleOutput: 10, reasoningOutput: 90 },
    // 200,001 × 2.50 + (10+90) × 15 = 501,502.5 µUSD
    pico: 501_502_500_000,
  },
  {
    name: "Grok's long context begins at 200,000",
    offer: "xai/grok-4.3",
    rates: { input: 2_500_000, output: 5_000_000, cacheRead: 400_000 },
    tokens: { freshInput: 200_000, visibleOutput: 20 },
    // 200,000 × 2.50 + 20 × 5 = 500,100 µUSD
    pico: 500_100_000_000,
  },
  {
    name: "and not a token before",
    offer: "xai/grok-4.3",
    rates: { input: 1_250_000, output: 2_500_000, cacheRead: 200_000 },
    tokens: { freshInput: 199_999, visibleOutput: 20 },
    // 199,999 × 1.25 + 20 × 2.50 = 250,048.75 µUSD
    pico: 250_048_750_000,
  },
  {
    name: "reasoning at a rate of its own",
    offer: "openrouter/google/gemini-2.5-flash",
    rates: { input: 300_000, output: 2_500_000, cacheRead: 30_000, reasoning: 2_500_000 },
    tokens: { freshInput: 1_000, visibleOutput: 100, reasoningOutput: 900 },
    // 1,000 × 0.30 + 100 × 2.50 + 900 × 2.50 = 2,800 µUSD
    pico: 2_800_000_000,
  },
  {
    name: "DeepSeek at its peak hours' price",
    offer: "deepseek/deepseek-v4-flash",
    rates: { input: 440_000, output: 1_320_000, cacheRead: 14_000 },
    tokens: { freshInput: 1_000, cacheRead: 64_000, visibleOutput: 2_000 },
    // 1,000 × 0.44 + 64,000 × 0.014 + 2,000 × 1.32 = 3,976 µUSD
    pico: 3_976_000_000,
  },
  {
    name: "a small embedding",
    offer: "openai/text-embedding-3-small",
    rates: { input: 20_000, output: 0 },
    tokens: { freshInput: 8 },
    // 8 × 0.02 = 0.16 µUSD
    pico: 160_000,
  },
  {
    name: "a batch of texts embedded",
    offer: "openai/text-embedding-3-large",
    rates: { input: 130_000, output: 0 },
    tokens: { freshInput: 250_000 },
    // 250,000 × 0.13 = 32,500 µUSD
    pico: 32_500_000_000,
  },
  {
    name: "Gemini's embedding",
    offer: "gemini/gemini-embedding-001",
    rates: { input: 150_000, output: 0 },
    tokens: { freshInput: 1_536 },
    // 1,536 × 0.15 = 230.4 µUSD
    pico: 230_400_000,
  },
  {
    name: "Mistral's embedding",
    offer: "mistral/mistral-embed",
    rates: { input: 100_000, output: 0 },
    tokens: { freshInput: 77 },
    // 77 × 0.10 = 7.7 µUSD
    pico: 7_700_000,
  },
];

describe("what is billed for tokens", () => {
  test.each(bills)("$name: $offer", (bill) => {
    expect(listed(bill)).toEqual(bill.rates);
    expect(billed(bill)).toBe(bill.pico);
  });
});
