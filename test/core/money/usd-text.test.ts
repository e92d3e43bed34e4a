import fc from "fast-check";
import { decimalUsd, exactUsd } from "../../../core/money/exact-usd";
import { formatUsd, formatUsdTotal } from "../../../core/money/format-usd";
import { InvalidUsdError, parseUsd } from "../../../core/money/parse-usd";

describe("formatUsd", () => {
  test.each([
    { name: "nothing", pico: 0, text: "$0" },
    { name: "unknown", pico: null, text: "unpriced" },
    { name: "a pico-dollar is not nothing", pico: 1, text: "<$0.000001" },
    { name: "just below what is shown", pico: 999_999, text: "<$0.000001" },
    { name: "the smallest shown", pico: 1_000_000, text: "$0.000001" },
    { name: "three digits", pico: 375_000_000, text: "$0.000375" },
    { name: "$0.009 and", pico: 9_000_000_000, text: "$0.009" },
    { name: "$0.000009 differ", pico: 9_000_000, text: "$0.000009" },
    { name: "rounded to three digits", pico: 123_456_789_012, text: "$0.123" },
    { name: "half goes up", pico: 123_500_000_000, text: "$0.124" },
    { name: "two places at least", pico: 500_000_000_000, text: "$0.50" },
    { name: "below a dollar", pico: 999_499_999_999, text: "$0.999" },
    { name: "rounding reaches the dollar", pico: 999_500_000_000, text: "$1.00" },
    { name: "cents from a dollar", pico: 1_043_834_000_000, text: "$1.04" },
    { name: "thousands", pico: 1_234_567_890_000_000n, text: "$1,234.57" },
    {
      name: "millions, beyond the exact range of a number",
      pico: 12_345_678_900_000_000_000n,
      text: "$12,345,678.90",
    },
    { name: "a loss", pico: -1_200_000_000_000, text: "−$1.20" },
    { name: "a small loss", pico: -375_000_000, text: "−$0.000375" },
    { name: "a loss too small to show", pico: -1, text: ">−$0.000001" },
  ])("$name: $text", ({ pico, text }) => {
    expect(formatUsd(pico)).toBe(text);
  });

  test("an amount that is not whole is refused", () => {
    expect(() => formatUsd(0.5)).toThrow(RangeError);
  });
});

describe("formatUsdTotal", () => {
  test.each([
    { name: "cents from one cent", pico: 10_000_000_000, text: "$0.01" },
    { name: "cents, rounded", pico: 123_456_789_012, text: "$0.12" },
    { name: "below a cent as any amount", pico: 9_990_000_000, text: "$0.00999" },
    { name: "a loss in cents", pico: -123_456_789_012, text: "−$0.12" },
    { name: "nothing", pico: 0n, text: "$0" },
    { name: "unknown", pico: null, text: "unpriced" },
  ])("$name: $text", ({ pico, text }) => {
    expect(formatUsdTotal(pico)).toBe(text);
  });
});

describe("exact amounts", () => {
  test("none of the twelve places is lost, and no zero trails", () => {
    expect([exactUsd(1), exactUsd(15_000), exactUsd(-1_200_000_000_000), exactUsd(0)]).toEqual([
      "$0.000000000001",
      "$0.000000015",
      "−$1.2",
      "$0",
    ]);
  });

  test("what is written is read back, with either minus", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 24n), 10n ** 24n), (pico) => {
        expect(parseUsd(exactUsd(pico))).toBe(pico);
        expect(parseUsd(decimalUsd(pico))).toBe(pico);
      }),
    );
  });

  test.each(["", "1,5", "1.", ".5", "1e3", "abc", "0.1234567890123", "--1", "NaN"])(
    "%p is no amount",
    (text) => {
      expect(() => parseUsd(text)).toThrow(InvalidUsdError);
    },
  );
});
