import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Who calls, as the columns of the table in docs/security.md name them. */
export const callers = ["nobody", "signed in", "viewer", "member", "admin", "owner"] as const;

export type Caller = (typeof callers)[number];

export type RoleRow = { readonly operation: string; readonly may: readonly Caller[] };

const cellsOf = (line: string): readonly string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

const toRow = (line: string): RoleRow => {
  const [name = "", ...cells] = cellsOf(line);
  return {
    operation: name.replaceAll("`", ""),
    may: callers.filter((_, at) => cells[at] === "yes"),
  };
};

/** The table of roles and operations as docs/security.md has it. */
export const readRoleTable = (): readonly RoleRow[] => {
  const page = readFileSync(join("docs", "security.md"), "utf8");
  const lines = page.split("\n");
  const head = lines.findIndex((line) => line.startsWith("| operation |"));
  if (cellsOf(lines[head] ?? "").join() !== ["operation", ...callers].join()) {
    throw new Error("docs/security.md has no table of operations by caller");
  }
  const rest = lines.slice(head + 2);
  return rest
    .slice(
      0,
      rest.findIndex((line) => !line.startsWith("|")),
    )
    .map(toRow);
};
