import { costOf } from "../../../core/money/cost";
import { buckets, card } from "./cards";

// Prices in µUSD per million tokens: $0.15 is 150_000. All expected amounts are by hand, in pUSD.
const mini = card({ input: 150_000, output: 600_000, cacheRead: 75_000 });
const sonnet = card({
  input: 3_000_000,
  output: 15_000_000,
  cacheRead: 300_000,
  cacheWrite5m: 3_750_000,
  cacheWrite1h: 6_000_000,
});
const pro = card({ input: 1_250_000, output: 10_000_000, cacheRead: 125_000 }, [
  200_000,
  { input: 2_500_000, output: 15_000_000, cacheRead: 250_000 },
]);
const three = card(
  { input: 1, output: 10 },
  [100, { input: 2, output: 20 }],
  [200, { input: 3, output: 30, reasoning: 7 }],
);
const research = card({ input: 2_000_000, output: 8_000_000, reasoning: 3_000_000 });
const flat = card({ input: 1_000_000, output: 2_000_000 });
const free = card({ input: 0, output: 0 });
const only5m = card({ input: 100, output: 0, cacheWrite5m: 125 });
const only1h = card({ input: 100, output: 0, cacheWrite1h: 200 });

const cases = [
  { name: "nothing costs nothing", of: mini, tokens: {}, pico: 0 },
  { name: "one fresh token at $0.15", of: mini, tokens: { freshInput: 1 }, pico: 150_000 },
  { name: "one visible token at $0.60", of: mini, tokens: { visibleOutput: 1 }, pico: 600_000 },
  { name: "one cached token at $0.075", of: mini, tokens: { cacheRead: 1 }, pico: 75_000 },
  {
    name: "a million fresh tokens cost the price itself",
    of: mini,
    tokens: { freshInput: 1_000_000 },
    pico: 150_000_000_000,
  },
  {
    name: "500 in and 200 out",
    of: mini,
    tokens: { freshInput: 500, visibleOutput: 200 },
    pico: 195_000_000,
  },
  {
    name: "a cached prompt with a fresh tail",
    of: mini,
    tokens: { freshInput: 76, cacheRead: 1_024, visibleOutput: 10 },
    pico: 94_200_000,
  },
  {
    name: "reasoning without a rate of its own is output",
    of: mini,
    tokens: { reasoningOutput: 64 },
    pico: 38_400_000,
  },
  {
    name: "reasoning and visible output together",
    of: mini,
    tokens: { visibleOutput: 1, reasoningOutput: 2 },
    pico: 1_800_000,
  },
  {
    name: "a cache write where the provider bills none is input",
    of: mini,
    tokens: { cacheWrite5m: 10 },
    pico: 1_500_000,
  },
  {
    name: "a one-hour write where the provider bills none is input",
    of: mini,
    tokens: { cacheWrite1h: 10 },
    pico: 1_500_000,
  },
  { name: "Claude's fresh input", of: sonnet, tokens: { freshInput: 3 }, pico: 9_000_000 },
  {
    name: "Claude's cache read is a tenth",
    of: sonnet,
    tokens: { cacheRead: 10 },
    pico: 3_000_000,
  },
  {
    name: "Claude's five-minute write is a quarter more",
    of: sonnet,
    tokens: { cacheWrite5m: 4 },
    pico: 15_000_000,
  },
  {
    name: "Claude's one-hour write is double",
    of: sonnet,
    tokens: { cacheWrite1h: 4 },
    pico: 24_000_000,
  },
  {
    name: "both writes in one request",
    of: sonnet,
    tokens: { cacheWrite5m: 100, cacheWrite1h: 100 },
    pico: 975_000_000,
  },
  {
    name: "all of Claude's buckets, one token each",
    of: sonnet,
    tokens: {
      freshInput: 1,
      cacheRead: 1,
      cacheWrite5m: 1,
      cacheWrite1h: 1,
      visibleOutput: 1,
      reasoningOutput: 1,
    },
    pico: 43_050_000,
  },
  {
    name: "a whole turn of an agent",
    of: sonnet,
    tokens: {
      freshInput: 4,
      cacheRead: 18_432,
      cacheWrite5m: 1_250,
      visibleOutput: 350,
      reasoningOutput: 120,
    },
    pico: 17_279_100_000,
  },
  {
    name: "one token below a tier's border",
    of: pro,
    tokens: { freshInput: 199_999 },
    pico: 249_998_750_000,
  },
  {
    name: "exactly at a tier's border is still below it",
    of: pro,
    tokens: { freshInput: 200_000 },
    pico: 250_000_000_000,
  },
  {
    name: "one token above a tier's border: all of it is dearer",
    of: pro,
    tokens: { freshInput: 200_001 },
    pico: 500_002_500_000,
  },
  {
    name: "output at the border is billed by the lower tier",
    of: pro,
    tokens: { freshInput: 200_000, visibleOutput: 1_000 },
    pico: 260_000_000_000,
  },
  {
    name: "output above the border is dearer as well",
    of: pro,
    tokens: { freshInput: 200_001, visibleOutput: 1_000 },
    pico: 515_002_500_000,
  },
  {
    name: "much output never lifts the tier",
    of: pro,
    tokens: { freshInput: 1, visibleOutput: 300_000 },
    pico: 3_000_001_250_000,
  },
  {
    name: "cached input counts towards the border",
    of: pro,
    tokens: { freshInput: 1, cacheRead: 200_000 },
    pico: 50_002_500_000,
  },
  {
    name: "cached input at the border",
    of: pro,
    tokens: { cacheRead: 200_000 },
    pico: 25_000_000_000,
  },
  {
    name: "five-minute writes count towards the border",
    of: pro,
    tokens: { cacheWrite5m: 200_001 },
    pico: 500_002_500_000,
  },
  {
    name: "one-hour writes count towards the border",
    of: pro,
    tokens: { cacheWrite1h: 200_001 },
    pico: 500_002_500_000,
  },
  {
    name: "all four input buckets together lift the tier",
    of: pro,
    tokens: { freshInput: 50_000, cacheRead: 50_000, cacheWrite5m: 50_000, cacheWrite1h: 50_001 },
    pico: 387_502_500_000,
  },
  { name: "no input at all is the first tier", of: three, tokens: { visibleOutput: 5 }, pico: 50 },
  {
    name: "the first of three tiers",
    of: three,
    tokens: { freshInput: 100, visibleOutput: 1 },
    pico: 110,
  },
  {
    name: "the second of three tiers",
    of: three,
    tokens: { freshInput: 101, visibleOutput: 1 },
    pico: 222,
  },
  {
    name: "the end of the second tier",
    of: three,
    tokens: { freshInput: 200, visibleOutput: 1 },
    pico: 420,
  },
  {
    name: "the third of three tiers",
    of: three,
    tokens: { freshInput: 201, visibleOutput: 1 },
    pico: 633,
  },
  {
    name: "a tier's own reasoning rate",
    of: three,
    tokens: { freshInput: 201, reasoningOutput: 10 },
    pico: 673,
  },
  {
    name: "a tier without a reasoning rate bills its output",
    of: three,
    tokens: { freshInput: 101, reasoningOutput: 10 },
    pico: 402,
  },
  {
    name: "reasoning cheaper than output",
    of: research,
    tokens: { reasoningOutput: 1_000 },
    pico: 3_000_000_000,
  },
  {
    name: "reasoning beside output, each at its rate",
    of: research,
    tokens: { visibleOutput: 1_000, reasoningOutput: 1_000 },
    pico: 11_000_000_000,
  },
  {
    name: "a cache read without a rate is input",
    of: flat,
    tokens: { cacheRead: 7 },
    pico: 7_000_000,
  },
  {
    name: "a free model costs 0",
    of: free,
    tokens: { freshInput: 12_345, visibleOutput: 678 },
    pico: 0,
  },
  {
    name: "a one-hour write without a rate is a five-minute write",
    of: only5m,
    tokens: { cacheWrite1h: 8 },
    pico: 1_000,
  },
  {
    name: "a five-minute write without a rate is input, whatever the hour costs",
    of: only1h,
    tokens: { cacheWrite5m: 8 },
    pico: 800,
  },
  {
    name: "a one-hour rate alone holds for the hour",
    of: only1h,
    tokens: { cacheWrite1h: 8 },
    pico: 1_600,
  },
  {
    name: "$9,007 is still exact",
    of: card({ input: 1, output: 1 }),
    tokens: { freshInput: 9_007_199_254_740_991 },
    pico: 9_007_199_254_740_991,
  },
  {
    name: "a huge request at a huge price",
    of: card({ input: 150_000_000, output: 600_000_000 }),
    tokens: { freshInput: 2_000_000, visibleOutput: 1_000_000 },
    pico: 900_000_000_000_000,
  },
];

describe("costOf, to the pico-dollar", () => {
  test.each(cases)("$name", ({ of, tokens, pico }) => {
    expect(costOf(buckets(tokens), of)).toBe(pico);
  });
});
