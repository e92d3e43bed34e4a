import {
  addRows,
  mergeRows,
  type Row,
  sortIncoming,
} from "../../../../frontend/src/pages/requests/merge-rows";

const row = (id: string, more: Partial<Row> = {}) =>
  ({ id, cost: "10", saved: "5", ...more }) as Row;
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).join("");

describe("rows that come while a list is shown", () => {
  test("stand where their time belongs, each once", () => {
    expect(ids(mergeRows([row("d"), row("b")], [row("c"), row("d"), row("e")]))).toBe("edcb");
  });

  test("take the place of the row with their id", () => {
    const merged = mergeRows([row("b", { status: 200 })], [row("b", { status: 502 })]);
    expect(merged).toMatchObject([{ id: "b", status: 502 }]);
  });

  test("move nothing where there are none", () => {
    const known = [row("a")];
    expect(mergeRows(known, [])).toBe(known);
  });

  test("are new only if they are not shown, and not older than all that was loaded", () => {
    const incoming = [row("e"), row("c"), row("a")];
    const partial = sortIncoming([row("d"), row("c"), row("b")], incoming, false);
    expect([ids(partial.fresh), ids(partial.again)]).toEqual(["e", "c"]);
    const whole = sortIncoming([row("d"), row("c"), row("b")], incoming, true);
    expect([ids(whole.fresh), ids(whole.again)]).toEqual(["ea", "c"]);
  });

  test("count in the totals exactly; what is unpriced is in no sum of money", () => {
    const totals = {
      requests: 1,
      cost: "9007199254740993",
      saved: "-1",
      unpriced: 0,
      unknownSaving: 0,
    };
    const rows = [row("a"), row("b", { cost: null, saved: null })];
    expect(addRows(totals as Parameters<typeof addRows>[0], rows)).toMatchObject({
      requests: 3,
      cost: "9007199254741003",
      saved: "4",
      unpriced: 1,
      unknownSaving: 1,
    });
  });
});
