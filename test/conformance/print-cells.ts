import { columns } from "./columns";
import type { Cell } from "./run-cells";

const marks = { passed: "ok", refused: "refused", failed: "FAILED" } as const;

const groupBy = (cells: readonly Cell[], keyOf: (cell: Cell) => string): [string, Cell[]][] => {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups];
};

const tableOf = (client: string, cells: readonly Cell[]): string[] => {
  const rows = groupBy(cells, ({ name }) => name);
  const shown = columns
    .map(({ column }) => column)
    .filter((column) => cells.some((cell) => cell.column === column));
  const width = Math.max(client.length, ...rows.map(([name]) => name.length)) + 2;
  const line = (name: string, words: readonly string[]) =>
    name.padEnd(width) +
    words
      .map((word) => word.padEnd(13))
      .join("")
      .trimEnd();
  const markAt = (row: readonly Cell[], column: string) => {
    const cell = row.find((one) => one.column === column);
    return cell ? marks[cell.verdict] : "-";
  };
  return [
    line(client, shown),
    ...rows.map(([name, row]) =>
      line(
        name,
        shown.map((column) => markAt(row, column)),
      ),
    ),
    "",
  ];
};

/** Each reason once, with the columns it holds for. */
const reasonsOf = (cells: readonly Cell[], verdict: Cell["verdict"]): string[] => {
  const told = cells.filter((cell) => cell.verdict === verdict);
  const alike = groupBy(told, ({ client, name, why }) => `${client}: ${name}\n    ${why ?? ""}`);
  return alike.map(([what, same]) => `  ${what} [${same.map(({ column }) => column).join(", ")}]`);
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [title, ...lines, ""] : [];

/** The matrix, the reason of each refusal and failure, and the counts as the last line. */
export const printCells = (cells: readonly Cell[], seconds: number): string => {
  const count = (verdict: Cell["verdict"]) =>
    cells.filter((cell) => cell.verdict === verdict).length;
  return [
    ...groupBy(cells, ({ client }) => client).flatMap((entry) => tableOf(...entry)),
    ...section("Refused by design:", reasonsOf(cells, "refused")),
    ...section("Failed:", reasonsOf(cells, "failed")),
    `${cells.length} cells in ${seconds.toFixed(1)} s: ${count("passed")} passed, ` +
      `${count("refused")} refused by design, ${count("failed")} failed`,
  ].join("\n");
};
