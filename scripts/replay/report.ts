import { formatUsd } from "../../core/money/format-usd";
import { formatTable } from "../shared/table";
import type { ReplayOptions } from "./options";
import type { Failure, Replayed } from "./replay-prompts";
import { type Totals, totalsByTask, totalsOf } from "./totals";

const grouped = (n: number) => n.toLocaleString("en-US");
const unknown = "—";

/** A sum, and how many requests it can't speak for. */
const money = (amount: bigint, { requests }: Totals, missing: number, word: string): string => {
  if (missing === requests) return word;
  return missing > 0 ? `${formatUsd(amount)} (+${missing} ${word})` : formatUsd(amount);
};

const savedCell = (totals: Totals): string => {
  const { saved, referenceCost, unknownSavings } = totals;
  const text = money(saved, totals, unknownSavings, unknown);
  if (referenceCost === 0n || unknownSavings > 0) return text;
  return `${text} (${(Number((saved * 100_000n) / referenceCost) / 1_000).toFixed(1)}%)`;
};

const rowOf = (task: string, totals: Totals, stream: boolean): string[] => [
  task,
  grouped(totals.requests),
  grouped(totals.promptTokens),
  grouped(totals.completionTokens),
  ...(stream
    ? []
    : [
        money(totals.cost, totals, totals.unpriced, "unpriced"),
        money(totals.referenceCost, totals, totals.unknownSavings, unknown),
        savedCell(totals),
      ]),
  totals.models.map(([model, times]) => `${model} ×${times}`).join(", "),
];

const failureLines = (failures: readonly Failure[]): string[] => {
  const byReason = new Map<string, number[]>();
  for (const { line, reason } of failures) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), line]);
  }
  return [...byReason].map(([reason, lines]) => {
    const shown = lines.slice(0, 20).join(", ");
    const rest = lines.length > 20 ? ` and ${lines.length - 20} more` : "";
    return `  line${lines.length > 1 ? "s" : ""} ${shown}${rest}: ${reason}`;
  });
};

/** What the replay came to, as text: a table by task, the total, and what failed. */
export const formatReport = (
  { sent, failures }: Replayed,
  { model, mode, stream }: Pick<ReplayOptions, "model" | "mode" | "stream">,
): string => {
  const costs = stream ? [] : ["Cost", `${model} would cost`, "Saved"];
  const header = [
    "Task",
    "Requests",
    "Prompt tokens",
    "Completion tokens",
    ...costs,
    "Models used",
  ];
  const rows = totalsByTask(sent).map(([task, totals]) => rowOf(task, totals, stream));
  const total = rowOf("total", totalsOf(sent), stream);
  const table = sent.length > 0 ? formatTable(header, rows, total) : ["no request was answered"];
  const note = stream
    ? ["", "Costs of streamed answers are in the records, not in this table."]
    : [];
  const failed =
    failures.length > 0 ? ["", `${failures.length} failed:`, ...failureLines(failures)] : [];
  return [`model ${model}, mode ${mode}`, "", ...table, ...note, ...failed, ""].join("\n");
};
