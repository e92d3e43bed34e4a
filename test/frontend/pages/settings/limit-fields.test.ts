import fc from "fast-check";
import { countText, typedUsd, usdText } from "../../../../frontend/src/pages/settings/limit-fields";

test.each([
  ["", undefined],
  ["  ", undefined],
  ["250", 250_000_000],
  ["$0.50", 500_000],
  ["1,250.75", 1_250_750_000],
  ["0.000001", 1],
  ["1000000000", 1_000_000_000_000_000],
])("%j typed as a budget is %p µUSD", (text, micro) => {
  expect(usdText.parse(text)).toBe(micro);
});

test.each([
  ["abc", /such as 250/],
  ["1e3", /such as 250/],
  ["0", /more than \$0/],
  ["-5", /more than \$0/],
  ["0.0000001", /at most 6 decimals/],
  ["1000000001", /1,000,000,000 or less/],
])("%j is no budget, and the reader is told why", (text, why) => {
  expect(usdText.safeParse(text).error?.issues[0]?.message).toMatch(why);
});

test("every budget is shown as what is read back as the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000_000_000 }), (micro) => {
      expect(usdText.parse(typedUsd(micro))).toBe(micro);
    }),
  );
  expect(typedUsd(null)).toBe("");
});

test.each([
  ["", null],
  ["30", 30],
  ["3,650", 3_650],
])("%j days are %p", (text, days) => {
  expect(countText("days", 3_650).parse(text)).toBe(days);
});

test.each(["0", "-1", "1.5", "3651", "ten"])("%j is no number of days", (text) => {
  expect(countText("days", 3_650).safeParse(text).error?.issues[0]?.message).toBe(
    "Write a whole number of days from 1 to 3,650.",
  );
});
