import { budgetUse } from "../../../../frontend/src/pages/keys/budget-use";
import { keyAnswer } from "./key-answer";

const daily = (dailyMicroUsd: number, day: string) =>
  budgetUse(
    keyAnswer({
      budget: { dailyMicroUsd, monthlyMicroUsd: null },
      spend: { day, month: "0", last30Days: "0" },
    }),
  );

test("a key without a budget has no gauge", () => {
  expect(budgetUse(keyAnswer())).toEqual([]);
});

test.each([
  { name: "79.9%", day: "7990000000000", warning: undefined },
  { name: "80%", day: "8000000000000", warning: { tone: "warning", text: "80% used" } },
  { name: "99.96%", day: "9996000000000", warning: { tone: "warning", text: "99% used" } },
  { name: "all of it", day: "10000000000000", warning: { tone: "danger", text: "used up" } },
  { name: "more", day: "12000000000000", warning: { tone: "danger", text: "used up" } },
])("$name of a budget is told in words from 80% up", ({ day, warning }) => {
  expect(daily(10_000_000, day)[0]?.warning).toEqual(warning);
});

test("the day's budget is held against the day, the month's against the month", () => {
  const uses = budgetUse(
    keyAnswer({
      budget: { dailyMicroUsd: 10_000_000, monthlyMicroUsd: 100_000_000 },
      spend: { day: "2500000000000", month: "50000000000000", last30Days: "60000000000000" },
    }),
  );
  expect(uses.map(({ share, text }) => ({ share, text }))).toEqual([
    { share: 0.25, text: "$2.50 of $10.00 today" },
    { share: 0.5, text: "$50.00 of $100.00 this month" },
  ]);
});
