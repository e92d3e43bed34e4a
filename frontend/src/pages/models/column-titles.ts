import type { SortColumn } from "./sort-models";

/** The table's heads, in their order. */
export const columnTitles: Readonly<Record<SortColumn, string>> = {
  model: "Model",
  provider: "Provider",
  input: "Input / 1K tokens",
  output: "Output / 1K tokens",
  typical: "Typical (500in+200out)",
  updated: "Last updated",
  status: "Status",
};
