import type { Tokens } from "../../../core/money/amounts";
import { billed, type KnownBill, listed } from "./known-bills";

// Nothing here is read from the catalog or reckoned by the code: dollars for a million tokens are
// µUSD for each, and a million pUSD are one.
const bills: readonly KnownBill[] = [
  {
    name: "three searches of Claude's at a cent each",
    offer: "anthropic/claude-sonnet-5",
    rates: {
      input: 2_000_000,
      output: 10_000_000,
      cacheRead: 200_000,
      cacheWrite5m: 2_500_000,
      cacheWrite1h: 4_000_000,
    },
    tokens: { freshInput: 9_000, visibleOutput: 800 },
    more: { units: { "web-search": 3 } },
    // 9,000 × 2 + 800 × 10 + 3 × 10,000 = 56,000 µUSD
    pico: 56_000_000_000,
  },
  {
    name: "two searches of OpenAI's, what they found among the input",
    offer: "openai/gpt-5",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 16_000, visibleOutput: 400 },
    more: { units: { "web-search": 2 } },
    // 16,000 × 1.25 + 400 × 10 + 2 × 10,000 = 44,000 µUSD
    pico: 44_000_000_000,
  },
  {
    name: "the older search tool of a model that reasons",
    offer: "openai/o3",
    rates: { input: 2_000_000, output: 8_000_000, cacheRead: 500_000 },
    tokens: { freshInput: 2_000, visibleOutput: 100 },
    more: { units: { "web-search-preview": 1 } },
    // 2,000 × 2 + 100 × 8 + 1 × 10,000 = 14,800 µUSD
    pico: 14_800_000_000,
  },
  {
    name: "the older search tool of one that does not",
    offer: "openai/gpt-4.1",
    rates: { input: 2_000_000, output: 8_000_000, cacheRead: 500_000 },
    tokens: { freshInput: 300, visibleOutput: 200 },
    more: { units: { "web-search-preview": 2 } },
    // 300 × 2 + 200 × 8 + 2 × 25,000 = 52,200 µUSD
    pico: 52_200_000_000,
  },
  {
    name: "a search of files",
    offer: "openai/gpt-5-mini",
    rates: { input: 250_000, output: 2_000_000, cacheRead: 25_000 },
    tokens: { freshInput: 4_000, visibleOutput: 100 },
    more: { units: { "file-search": 2, "web-search": 1 } },
    // 4,000 × 0.25 + 100 × 2 + 2 × 2,500 + 1 × 10,000 = 16,200 µUSD
    pico: 16_200_000_000,
  },
  {
    name: "each of Gemini 3's searches",
    offer: "gemini/gemini-3.8-flash",
    rates: { input: 750_000, output: 3_750_000, cacheRead: 75_000 },
    tokens: { freshInput: 500, visibleOutput: 300 },
    more: { units: { "web-search": 4 } },
    // 500 × 0.75 + 300 × 3.75 + 4 × 14,000 = 57,500 µUSD
    pico: 57_500_000_000,
  },
  {
    name: "one fee for Gemini 2.5's, however many",
    offer: "gemini/gemini-2.5-flash",
    rates: {
      input: 300_000,
      output: 2_500_000,
      cacheRead: 30_000,
      audioInput: 1_000_000,
      audioCacheRead: 100_000,
    },
    tokens: { freshInput: 500, visibleOutput: 300 },
    more: { units: { "web-search": 4 } },
    // 500 × 0.30 + 300 × 2.50 + 35,000 = 35,900 µUSD
    pico: 35_900_000_000,
  },
  {
    name: "Grok's searches",
    offer: "xai/grok-4.3",
    rates: { input: 1_250_000, output: 2_500_000, cacheRead: 200_000 },
    tokens: { freshInput: 1_000, visibleOutput: 100 },
    more: { units: { "web-search": 3, "file-search": 1 } },
    // 1,000 × 1.25 + 100 × 2.50 + 3 × 5,000 + 1 × 2,500 = 19,000 µUSD
    pico: 19_000_000_000,
  },
  {
    name: "none counted costs none",
    offer: "anthropic/claude-sonnet-5",
    rates: {
      input: 2_000_000,
      output: 10_000_000,
      cacheRead: 200_000,
      cacheWrite5m: 2_500_000,
      cacheWrite1h: 4_000_000,
    },
    tokens: { freshInput: 100, visibleOutput: 50 },
    more: { units: { "code-session": 0 } },
    // 100 × 2 + 50 × 10 = 700 µUSD
    pico: 700_000_000,
  },
  {
    name: "code that ran for nobody knows how long",
    offer: "openai/gpt-5",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 100, visibleOutput: 50 },
    more: { units: { "code-session": 1 } },
    pico: null,
  },
  {
    name: "a search at a provider that states no price",
    offer: "azure/claude-sonnet-4-5",
    rates: {
      input: 3_000_000,
      output: 15_000_000,
      cacheRead: 300_000,
      cacheWrite5m: 3_750_000,
      cacheWrite1h: 6_000_000,
    },
    tokens: { freshInput: 100, visibleOutput: 50 },
    more: { units: { "web-search": 1 } },
    pico: null,
  },
  {
    name: "a search in fast mode costs no more than else",
    offer: "anthropic/claude-opus-4-8",
    rates: {
      input: 5_000_000,
      output: 25_000_000,
      cacheRead: 500_000,
      cacheWrite5m: 6_250_000,
      cacheWrite1h: 10_000_000,
    },
    tokens: { freshInput: 100, visibleOutput: 50 },
    more: { serviceTier: "fast", units: { "web-search": 1 } },
    // 2 × (100 × 5 + 50 × 25) + 1 × 10,000 = 13,500 µUSD
    pico: 13_500_000_000,
  },
  {
    name: "ten seconds of sound for Gemini, 320 tokens",
    offer: "gemini/gemini-2.5-flash",
    rates: {
      input: 300_000,
      output: 2_500_000,
      cacheRead: 30_000,
      audioInput: 1_000_000,
      audioCacheRead: 100_000,
    },
    tokens: { freshInput: 350, visibleOutput: 40 },
    more: { audio: { freshInput: 320 as Tokens } },
    // 320 × 1 + 30 × 0.30 + 40 × 2.50 = 429 µUSD
    pico: 429_000_000,
  },
  {
    name: "the same sound from the cache",
    offer: "gemini/gemini-2.5-flash",
    rates: {
      input: 300_000,
      output: 2_500_000,
      cacheRead: 30_000,
      audioInput: 1_000_000,
      audioCacheRead: 100_000,
    },
    tokens: { freshInput: 30, cacheRead: 1_020, visibleOutput: 40 },
    more: { audio: { cacheRead: 320 as Tokens } },
    // 30 × 0.30 + 320 × 0.10 + 700 × 0.03 + 40 × 2.50 = 162 µUSD
    pico: 162_000_000,
  },
  {
    name: "sound at half the price",
    offer: "gemini/gemini-3.1-flash-lite",
    rates: {
      input: 250_000,
      output: 1_500_000,
      cacheRead: 25_000,
      audioInput: 500_000,
      audioCacheRead: 50_000,
    },
    tokens: { freshInput: 350, visibleOutput: 40 },
    more: { audio: { freshInput: 320 as Tokens }, serviceTier: "flex" },
    // (320 × 0.50 + 30 × 0.25 + 40 × 1.50) / 2 = 113.75 µUSD
    pico: 113_750_000,
  },
  {
    name: "sound where it costs what text does",
    offer: "gemini/gemini-2.5-pro",
    rates: { input: 1_250_000, output: 10_000_000, cacheRead: 125_000 },
    tokens: { freshInput: 350, visibleOutput: 40 },
    more: { audio: { freshInput: 320 as Tokens } },
    // (320+30) × 1.25 + 40 × 10 = 837.5 µUSD
    pico: 837_500_000,
  },
  {
    name: "rates that no card knows",
    offer: "gemini/gemini-2.5-flash",
    rates: {
      input: 300_000,
      output: 2_500_000,
      cacheRead: 30_000,
      audioInput: 1_000_000,
      audioCacheRead: 100_000,
    },
    tokens: { freshInput: 100, visibleOutput: 50 },
    more: { otherRates: true },
    pico: null,
  },
];

describe("what is billed beside text", () => {
  test.each(bills)("$name: $offer", (bill) => {
    expect(listed(bill)).toEqual(bill.rates);
    expect(billed(bill)).toBe(bill.pico);
  });
});
