import { formatAxisUsd } from "../../../frontend/src/format/axis-usd";
import { formatAxisCount, formatCount } from "../../../frontend/src/format/count";
import { formatDuration } from "../../../frontend/src/format/duration";

test.each([
  { usd: 0, text: "$0" },
  { usd: 0.0005, text: "$0.0005" },
  { usd: 12.5, text: "$12.50" },
  { usd: 0.1, text: "$0.10" },
  { usd: 1_500, text: "$1.5K" },
  { usd: 2_000_000, text: "$2M" },
])("an axis shows $usd dollars as $text", ({ usd, text }) => {
  expect(formatAxisUsd(usd)).toBe(text);
});

test("only axes are compact", () => {
  expect([formatCount(200_412), formatAxisCount(200_412)]).toEqual(["200,412", "200K"]);
});

test.each([
  { ms: 840, text: "840 ms" },
  { ms: 999.6, text: "1.00 s" },
  { ms: 3_420, text: "3.42 s" },
  { ms: 125_000, text: "2 min 5 s" },
])("$ms milliseconds are read as $text", ({ ms, text }) => {
  expect(formatDuration(ms)).toBe(text);
});
