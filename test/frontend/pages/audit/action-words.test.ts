import { operations } from "../../../../core/contract/operations";
import { actionWords } from "../../../../frontend/src/pages/audit/action-words";

/** Reads leave no row, and neither does what nobody of an organization does. */
const leavesRow = operations.filter(({ method, least }) => method !== "GET" && least !== "public");

test.each(leavesRow.map(({ id }) => id))("%s has words of its own", (id) => {
  expect(actionWords(id)).not.toBe(id);
});

test("what has no words is shown as it is called", () => {
  expect(actionWords("robots.paint")).toBe("robots.paint");
});
