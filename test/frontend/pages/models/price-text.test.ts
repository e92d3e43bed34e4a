import {
  pricedTokens,
  readRate,
  writeRate,
} from "../../../../frontend/src/pages/models/price-text";
import {
  inUnit,
  ownPriceSchema,
  typedPrice,
  typicalOf,
} from "../../../../frontend/src/pages/models/read-own-price";

describe("a price that is typed", () => {
  test.each([
    { name: "$0.15 per million", text: "0.15", unit: "million", rate: 150_000 },
    { name: "the same per 1K tokens", text: "0.00015", unit: "thousand", rate: 150_000 },
    { name: "a millionth of a dollar per million", text: "0.000001", unit: "million", rate: 1 },
    { name: "nothing is free", text: "0", unit: "thousand", rate: 0 },
    { name: "what a float would miss", text: "1.000003", unit: "million", rate: 1_000_003 },
  ] as const)("$name is whole µUSD per million tokens", ({ text, unit, rate }) => {
    expect(readRate(text, unit)).toEqual({ rate });
    expect(writeRate(rate, unit)).toBe(text);
  });

  test.each([
    { text: "0.0000001", unit: "million", problem: /finer/ },
    { text: "-1", unit: "million", problem: /negative/ },
    { text: "1000000.01", unit: "million", problem: /above/ },
    { text: "cheap", unit: "thousand", problem: /not an amount/ },
  ] as const)("$text is refused in words", ({ text, unit, problem }) => {
    expect(readRate(text, unit)).toEqual({ problem: expect.stringMatching(problem) });
  });

  const typed = {
    ...typedPrice(null, "million"),
    input: "0.15",
    output: "0.6",
  };

  test("needs input and output, and leaves out what is empty", () => {
    expect(ownPriceSchema.parse(typed)).toEqual({ input: 150_000, output: 600_000 });
    const issues = ownPriceSchema.safeParse({ ...typed, output: "" }).error?.issues;
    expect(issues).toMatchObject([{ path: ["output"] }]);
  });

  test("is the same price in the other unit, and what is no price stays as typed", () => {
    const converted = inUnit({ ...typed, reasoning: "x" }, "thousand");
    expect(converted).toMatchObject({ input: "0.00015", output: "0.0006", reasoning: "x" });
    expect(inUnit(converted, "million")).toEqual({ ...typed, reasoning: "x" });
  });

  test("makes a typical request exact", () => {
    expect(typicalOf({ input: 150_000, output: 600_000 })).toBe(195_000_000n);
    expect(pricedTokens(150_000, 1_000)).toBe(150_000_000n);
  });
});
