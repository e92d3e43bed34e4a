import type { PlanAnswer } from "../../../../core/contract/plan";
import { plans } from "../../../../core/plan/plans";
import {
  planAction,
  planLines,
  priceText,
  usedText,
} from "../../../../frontend/src/pages/plan/plan-words";

test.each([
  { micro: 0, text: "$0" },
  { micro: 49_000_000, text: "$49" },
  { micro: 49_500_000, text: "$49.50" },
  { micro: 1_199_000_000, text: "$1,199" },
])("$micro µUSD a month are $text", ({ micro, text }) => {
  expect(priceText(micro)).toBe(text);
});

test("no limit is said, never drawn as zero", () => {
  expect(planLines({ plan: "team", ...plans.team })).toEqual([
    "10,000,000 requests a month",
    "Unlimited keys",
    "Unlimited members",
  ]);
  expect(usedText(1_204, null)).toBe("1,204, unlimited");
  expect(usedText(1_204, 10_000)).toBe("1,204 of 10,000");
});

test.each([
  { plan: "free", offered: "free", action: "current" },
  { plan: "free", offered: "pro", action: "choose" },
  { plan: "pro", offered: "team", action: "switch" },
  { plan: "team", offered: "pro", action: "switch" },
  { plan: "pro", offered: "free", action: "by-cancelling" },
] as const)("on $plan, $offered is $action", ({ plan, offered, action }) => {
  expect(planAction({ plan } as PlanAnswer, offered)).toBe(action);
});
