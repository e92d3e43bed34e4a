import {
  crossingSearch,
  windowMinutes,
  windowSearch,
} from "../../../../frontend/src/pages/alerts/window-minutes";

const minutes = ["13:58", "13:59", "14:00"].map((time, index) => ({
  start: `2026-11-24T${time}:00.000Z`,
  cost: String((index + 1) * 10),
}));

test("the sum of the last minute is the window's; it alone is not over", () => {
  const shown = windowMinutes(minutes);
  expect(shown.map(({ sum }) => sum)).toEqual([10n, 30n, 60n]);
  expect(shown.map(({ isRunning }) => isRunning)).toEqual([false, false, true]);
});

test("the window's requests are those from its first minute to the end of its last", () => {
  const search = new URLSearchParams(windowSearch(minutes));
  expect(Object.fromEntries(search)).toEqual({
    from: "2026-11-24T13:58:00.000Z",
    to: "2026-11-24T14:01:00.000Z",
  });
});

test("a crossing's hour ends with the minute in which it was seen, as the e-mail's link does", () => {
  const search = new URLSearchParams(crossingSearch("2026-11-24T14:03:07.000Z"));
  expect(Object.fromEntries(search)).toEqual({
    from: "2026-11-24T13:04:00.000Z",
    to: "2026-11-24T14:04:00.000Z",
  });
});
