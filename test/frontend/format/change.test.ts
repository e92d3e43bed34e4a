import {
  countChange,
  durationChange,
  moneyChange,
  pointsChange,
} from "../../../frontend/src/format/change";

const usd = (cents: number): string => `${cents}0000000000`;

test.each([
  { name: "more", now: 128_407, before: 114_707, direction: "up", text: "+$137 +12%" },
  { name: "less", now: 500, before: 1_000, direction: "down", text: "−$5.00 −50%" },
  { name: "a little", now: 10_050, before: 10_000, direction: "up", text: "+$0.50 +0.5%" },
  {
    name: "next to nothing",
    now: 1_000_001,
    before: 1_000_000,
    direction: "up",
    text: "+$0.01 <0.1%",
  },
  { name: "from nothing", now: 137, before: 0, direction: "up", text: "+$1.37 new" },
  { name: "to nothing", now: 0, before: 137, direction: "down", text: "−$1.37 −100%" },
  { name: "the same", now: 137, before: 137, direction: "same", text: "no change" },
  {
    name: "many times as much",
    now: 500_000,
    before: 1_000,
    direction: "up",
    text: "+$4,990 +49,900%",
  },
  { name: "a loss that shrinks", now: -100, before: -200, direction: "up", text: "+$1.00 +50%" },
])("spend that is $name: $text", ({ now, before, direction, text }) => {
  expect(moneyChange(usd(now), usd(before))).toEqual({ direction, text });
});

test("sums that no float holds differ by what they differ by", () => {
  const before = "9007199254740993000000000000";
  expect(moneyChange(String(BigInt(before) + 10_000_000_000n), before).text).toBe("+$0.01 <0.1%");
});

test.each([
  { now: 200_412, before: 0, text: "+200,412 new" },
  { now: 110, before: 100, text: "+10 +10%" },
  { now: 0, before: 0, text: "no change" },
])("$before to $now requests: $text", ({ now, before, text }) => {
  expect(countChange(now, before).text).toBe(text);
});

test.each([
  { now: 3_420, before: 3_300, text: "+120 ms +3.6%" },
  { now: 1_000, before: 3_000, text: "−2.00 s −67%" },
])("$before to $now milliseconds: $text", ({ now, before, text }) => {
  expect(durationChange(now, before).text).toBe(text);
});

test.each([
  { now: 0.42, before: 0.3, text: "+0.12 points" },
  { now: 2, before: 5, text: "−3.0 points" },
  { now: 1, before: 0, text: "+1.0 points new" },
])("$before% to $now% of errors: $text", ({ now, before, text }) => {
  expect(pointsChange(now, before).text).toBe(text);
});
