import { listRequests } from "../../../../core/contract/requests";
import { filterNames, readFilters } from "../../../../frontend/src/pages/requests/filter-fields";

const read = (given: Readonly<Record<string, readonly string[] | undefined>>) =>
  readFilters((name) => given[name] ?? []);

test("every filter that the API knows is offered, and no other", () => {
  const known = Object.keys(listRequests.query.shape);
  const others = ["from", "to", "limit", "cursor"];
  expect([...filterNames].sort()).toEqual(known.filter((one) => !others.includes(one)).sort());
});

test.each([
  { name: "nothing", given: {}, filters: {} },
  { name: "several values", given: { model: ["a", "b"] }, filters: { model: ["a", "b"] } },
  { name: "a value twice", given: { model: ["a", "a"] }, filters: { model: ["a"] } },
  { name: "what is untagged", given: { customer: [""] }, filters: { customer: [""] } },
  { name: "what can't be looked for", given: { model: ["a\u0000"] }, filters: {} },
  { name: "moved", given: { moved: ["true"] }, filters: { moved: "true" } },
  { name: "moved, mistyped", given: { moved: ["perhaps"] }, filters: {} },
])("a URL with $name is read as what the API takes", ({ given, filters }) => {
  expect(read(given)).toEqual(filters);
  expect(listRequests.query.safeParse(read(given)).success).toBe(true);
});

test("more values than the API takes are cut", () => {
  const many = Array.from({ length: 60 }, (_, n) => String(n));
  expect(listRequests.query.safeParse(read({ status: many })).success).toBe(true);
});
