import { lastFullDays } from "../../../../frontend/src/pages/routing/full-days";
import { requestsHref } from "../../../../frontend/src/pages/routing/requests-href";
import { allOf, choiceOf, valuesOf } from "../../../../frontend/src/pages/routing/scope";

test.each([
  ["UTC", "2026-11-17T00:00:00.000Z", "2026-11-24T00:00:00.000Z"],
  ["Asia/Kolkata", "2026-11-17T18:30:00.000Z", "2026-11-24T18:30:00.000Z"],
  ["America/Los_Angeles", "2026-11-17T08:00:00.000Z", "2026-11-24T08:00:00.000Z"],
])("7 full days of %s end where today begins", (zone, from, to) => {
  const now = Date.parse("2026-11-24T20:00:00Z");
  expect(lastFullDays(7, zone, now)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
});

test("untagged traffic and all traffic are two choices", () => {
  expect(valuesOf(choiceOf([""]))).toEqual([""]);
  expect(valuesOf(choiceOf(["acme"]))).toEqual(["acme"]);
  expect(choiceOf([])).toBe(allOf);
  expect(valuesOf(allOf)).toEqual([]);
});

test("a figure's requests are those of its period and filters", () => {
  const period = { from: "2026-11-17T00:00:00Z", to: "2026-11-24T00:00:00Z", timeZone: "UTC" };
  const href = requestsHref(period, { key: ["a", "b"], customer: [] });
  const search = new URL(href, "http://localhost").searchParams;
  expect(search.getAll("key")).toEqual(["a", "b"]);
  expect(search.has("customer")).toBe(false);
  expect(search.get("from")).toBe(period.from);
});
