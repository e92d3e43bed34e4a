import { budgetText, typedBudget } from "../../../frontend/src/state/budget-text";

test("nothing is no budget, both ways", () => {
  expect(budgetText.parse("  ")).toBeUndefined();
  expect(typedBudget(null)).toBe("");
});

test.each([
  { typed: "0", why: /more than \$0/ },
  { typed: "0.00", why: /more than \$0/ },
  { typed: "abc", why: /no amount/ },
  { typed: "0.0000001", why: /at most 6 decimals/ },
])("'$typed' is no budget, and the reader is told why", ({ typed, why }) => {
  expect(budgetText.safeParse(typed).error?.issues[0]?.message).toMatch(why);
});
