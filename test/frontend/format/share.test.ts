import { formatMoneyShare, formatPercent, formatShare } from "../../../frontend/src/format/share";

test.each([
  { percent: 0, text: "0%" },
  { percent: 0.004, text: "<0.01%" },
  { percent: 0.42, text: "0.42%" },
  { percent: 4.25, text: "4.3%" },
  { percent: 40.5, text: "40.5%" },
  { percent: 100, text: "100%" },
  { percent: -1.5, text: "−1.5%" },
])("$percent is read as $text", ({ percent, text }) => {
  expect(formatPercent(percent)).toBe(text);
});

test("a share of nothing is unknown, not zero", () => {
  expect([formatShare(0, 0), formatMoneyShare("0", "0")]).toEqual(["—", "—"]);
});

test("what costs something never has a share of 0%", () => {
  expect(formatMoneyShare("1", "9007199254740993000")).toBe("<0.01%");
});

test("shares of money are told of amounts that no float holds", () => {
  expect(formatMoneyShare("4503599627370496500000", "9007199254740993000000")).toBe("50.0%");
});
