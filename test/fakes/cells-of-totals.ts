import type { UsageCells } from "../../core/ports/usage-cells";
import type { UsageReader } from "../../core/ports/usage-store";
import { blocksOf } from "../../core/usage/cells/cell-block";

/** A reader's totals in columns, read anew at each call. */
export const cellsOfTotals = ({ totals }: Pick<UsageReader, "totals">): UsageCells => ({
  dayStarts: async (period) => [
    ...new Set((await totals(period, "day")).map(({ start }) => start)),
  ],
  cells: async (period, interval) => blocksOf(await totals(period, interval)),
});
