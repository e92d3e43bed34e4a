import { exactUsd, formatUsd, formatUsdTotal } from "../../../core/contract/money";

const pico = (usd: string): bigint => {
  const [whole = "0", fraction = ""] = usd.split(".");
  return BigInt(whole + fraction.padEnd(12, "0"));
};

test.each([
  { usd: "0.009", text: "$0.009" },
  { usd: "0.000009", text: "$0.000009" },
  { usd: "0.000375", text: "$0.000375" },
  { usd: "0.0123456", text: "$0.0123" },
  { usd: "0.0000004", text: "<$0.000001" },
  { usd: "1", text: "$1.00" },
  { usd: "1284.07", text: "$1,284.07" },
])("check 8: $usd dollars are read as $text", ({ usd, text }) => {
  expect(formatUsd(pico(usd))).toBe(text);
});

test("check 8: $0.009 and $0.000009 are not read as the same", () => {
  expect(formatUsd(pico("0.009"))).not.toBe(formatUsd(pico("0.000009")));
});

test.each([
  { usd: "1043.834", text: "$1,043.83" },
  { usd: "0.014999", text: "$0.01" },
  { usd: "99.995", text: "$100.00" },
  { usd: "0.000375", text: "$0.000375" },
])("check 9: a sum of $usd dollars is read as $text, never with a part of a cent", (row) => {
  expect(formatUsdTotal(pico(row.usd))).toBe(row.text);
});

test("check 9: what is rounded when read is exact on hover", () => {
  expect(exactUsd(pico("1043.834"))).toBe("$1043.834");
});

test("check 10: unpriced isn't $0.00, and neither is nothing", () => {
  expect([formatUsd(null), formatUsdTotal(null)]).toEqual(["unpriced", "unpriced"]);
  expect([formatUsd(0n), formatUsdTotal(0n)]).toEqual(["$0", "$0"]);
});
