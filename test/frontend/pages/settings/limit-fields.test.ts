import { countText } from "../../../../frontend/src/pages/settings/limit-fields";

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
