/** The table's columns in their order; the first thirteen are shown unless others are chosen. */
export const columnIds = [
  "at",
  "requested",
  "used",
  "provider",
  "attribution",
  "key",
  "task",
  "routing",
  "score",
  "tokens",
  "cost",
  "latency",
  "status",
  "saved",
  "firstToken",
  "environment",
  "endpoint",
  "tags",
] as const;

export type ColumnId = (typeof columnIds)[number];

export const columnTitles: Readonly<Record<ColumnId, string>> = {
  at: "Timestamp",
  requested: "Model Requested",
  used: "Model Used",
  provider: "Provider",
  attribution: "Attribution",
  key: "Key",
  task: "Task",
  routing: "Routing",
  score: "Score",
  tokens: "In / Out Tokens",
  cost: "Cost",
  latency: "Latency",
  status: "Status",
  saved: "Saved",
  firstToken: "First token",
  environment: "Environment",
  endpoint: "Endpoint",
  tags: "Other tags",
};

export const usualColumns: readonly ColumnId[] = columnIds.slice(0, 13);

/** Reads a row's name: it can't be taken away. */
export const alwaysShown: ColumnId = "at";

/** What was kept in this browser; the usual ones where it is nothing that can be read. */
export const readColumns = (kept: string | null): readonly ColumnId[] => {
  try {
    const parsed: unknown = JSON.parse(kept ?? "");
    if (!Array.isArray(parsed)) return usualColumns;
    const known = columnIds.filter((id) => id === alwaysShown || parsed.includes(id));
    return known.length > 1 ? known : usualColumns;
  } catch {
    return usualColumns;
  }
};

/** Shows or hides a column; those that are shown keep their order. */
export const toggleColumn = (shown: readonly ColumnId[], id: ColumnId): readonly ColumnId[] => {
  const next = columnIds.filter((one) => (one === id ? !shown.includes(id) : shown.includes(one)));
  return id === alwaysShown || next.length < 2 ? shown : next;
};
