import { type Goal, type Section, type Table, verdictOf } from "./section";

/** How and on what the figures came about. */
export type Conditions = {
  readonly date: string;
  readonly machine: string;
  readonly artifact: string;
  /** Of the scored prompts that were judged: SHA-256, hexadecimal. */
  readonly digest: string;
  /** How the prompts were read: cross-fitted, or by the shipped artifact. */
  readonly judged: string;
  readonly resamples: number;
  readonly remarks: readonly string[];
};

const goalsTable = (goals: readonly Goal[]): Table => ({
  rows: [
    ["goal", "wanted", "reached", "verdict"],
    ...goals.map((goal) => [goal.what, goal.goal, goal.reached, verdictOf(goal)]),
  ],
});

/** Lines of a table: the first column to the left, the others to the right. */
const columns = ({ title, rows }: Table): string => {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [...(title === undefined ? [] : [title]), ...lines].join("\n");
};

/** The report for a terminal. */
export const renderText = (sections: readonly Section[], conditions: Conditions): string =>
  [
    conditionLines(conditions).join("\n"),
    ...sections.flatMap(({ title, tables, goals, notes }) => [
      `== ${title}`,
      ...tables.map(columns),
      ...(goals.length === 0 ? [] : [columns(goalsTable(goals))]),
      ...notes.map((note) => `note: ${note}`),
    ]),
    "== All goals",
    columns(goalsTable(sections.flatMap(({ goals }) => goals))),
    "",
  ].join("\n\n");

const markdownTable = ({ title, rows }: Table): string => {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    ...(title === undefined ? [] : [`**${title}**`, ""]),
    line(head),
    line(head.map((_, at) => (at === 0 ? "---" : "---:"))),
    ...body.map(line),
  ].join("\n");
};

/** The report as a page, with its plots beside it in a folder of that name. */
export const renderMarkdown = (
  sections: readonly Section[],
  conditions: Conditions,
  plotFolder: string,
): string =>
  [
    "# What the router reaches",
    "Written by `npm run router:eval`; do not edit.",
    conditionLines(conditions)
      .map((line) => `- ${line}`)
      .join("\n"),
    "## All goals",
    markdownTable(goalsTable(sections.flatMap(({ goals }) => goals))),
    ...sections.flatMap(({ title, tables, notes, plots = [] }) => [
      `## ${title}`,
      ...tables.map(markdownTable),
      ...plots.map((plot) => `![${plot.title}](${plotFolder}/${plot.name}.svg)`),
      ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join("\n")]),
    ]),
    "",
  ].join("\n\n");

const conditionLines = (conditions: Conditions): string[] => [
  `${conditions.date}, ${conditions.machine}`,
  `shipped artifact ${conditions.artifact}; prompts judged: SHA-256 ${conditions.digest.slice(0, 16)}`,
  conditions.judged,
  `in brackets: 95% intervals of ${conditions.resamples} bootstrap resamples`,
  ...conditions.remarks,
];
