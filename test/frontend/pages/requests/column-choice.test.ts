import {
  columnTitles,
  readColumns,
  toggleColumn,
  usualColumns,
} from "../../../../frontend/src/pages/requests/column-choice";

test("the usual columns have the heads that were promised", () => {
  expect(usualColumns.map((id) => columnTitles[id]).join(" | ")).toBe(
    "Timestamp | Model Requested | Model Used | Provider | Attribution | Key | Task | Routing | Score | In / Out Tokens | Cost | Latency | Status",
  );
});

test.each([null, "", "nonsense", "{}", "[]", '["at"]', '["gone"]'])(
  "%s kept in the browser gives the usual columns",
  (kept) => expect(readColumns(kept)).toEqual(usualColumns),
);

test("a choice is kept in the table's order, with the time in any case", () => {
  expect(readColumns('["cost","used","gone"]')).toEqual(["at", "used", "cost"]);
});

test("a column comes back to its own place", () => {
  const without = toggleColumn(usualColumns, "provider");
  expect(without).not.toContain("provider");
  expect(toggleColumn(without, "provider")).toEqual(usualColumns);
});

test("the time can't be taken away, nor the last column beside it", () => {
  expect(toggleColumn(usualColumns, "at")).toEqual(usualColumns);
  expect(toggleColumn(["at", "cost"], "cost")).toEqual(["at", "cost"]);
});
