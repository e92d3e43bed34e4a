import { readThreshold, thresholdText } from "../../../../frontend/src/pages/alerts/threshold-text";

test.each([
  { name: "nothing is off", typed: "0", micro: 0 },
  { name: "dollars", typed: "5", micro: 5_000_000 },
  { name: "cents, by their digits and never by a float", typed: "0.29", micro: 290_000 },
  { name: "thousands with commas and a sign", typed: " $1,234.50 ", micro: 1_234_500_000 },
  { name: "the smallest", typed: "0.000001", micro: 1 },
  { name: "the most", typed: "1000000000", micro: 1_000_000_000_000_000 },
])("$name: '$typed' is read as it is meant", ({ typed, micro }) => {
  expect(readThreshold(typed)).toBe(micro);
});

test.each(["", "five", "-1", "0.0000001", "1000000000.01", "1e3", "5 USD"])(
  "'%s' is no threshold",
  (typed) => {
    expect(() => readThreshold(typed)).toThrow();
  },
);

test.each([0, 1, 290_000, 5_000_000, 1_234_500_000, 1_000_000_000_000_000])(
  "%d µUSD reads back as it was written",
  (micro) => {
    expect(readThreshold(thresholdText(micro))).toBe(micro);
  },
);

test("whole dollars are written with cents", () => {
  expect(thresholdText(5_000_000)).toBe("5.00");
});
