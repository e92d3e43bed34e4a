import { costOf, InexactAmountError } from "../../../core/money/cost";
import { buckets, card } from "./cards";

const mini = card({ input: 150_000, output: 600_000, cacheRead: 75_000 });

describe("costOf refuses rather than rounds", () => {
  test.each([
    {
      name: "one pico-dollar above the exact range",
      of: card({ input: 1, output: 1 }),
      tokens: { freshInput: 9_007_199_254_740_991, visibleOutput: 1 },
    },
    {
      name: "a product beyond the exact range",
      of: card({ input: 900_000_000_000, output: 0 }),
      tokens: { freshInput: 1_000_003 },
    },
    { name: "a negative count", of: mini, tokens: { freshInput: -1 } },
    {
      name: "a negative count that another bucket would hide",
      of: mini,
      tokens: { freshInput: 100, cacheRead: -1 },
    },
    { name: "half a token", of: mini, tokens: { visibleOutput: 0.5 } },
    { name: "a count that is no number", of: mini, tokens: { visibleOutput: Number.NaN } },
    { name: "an infinite count", of: mini, tokens: { freshInput: Number.POSITIVE_INFINITY } },
  ])("$name", ({ of, tokens }) => {
    expect(() => costOf(buckets(tokens), of)).toThrow(InexactAmountError);
  });
});
