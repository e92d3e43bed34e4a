import type { CellBlock } from "../usage/cells/cell-block";
import type { DayMark } from "../usage/day-mark";
import type { UsagePeriod } from "./usage-store";

/** Hours and days: what is broken down by dimensions. */
export type CellInterval = "hour" | "day";

/** Reads the same sums as `UsageReader.totals`, in columns. */
export interface UsageCells {
  /** Where the days begin that have requests, of any zone; of those that begin within the period. */
  dayStarts(period: UsagePeriod): Promise<readonly number[]>;
  /**
   * All cells of the hours or days that begin within the period, oldest first. A day may come as
   * several blocks of one start.
   */
  cells(period: UsagePeriod, interval: CellInterval): Promise<readonly CellBlock[]>;
}

/** Keeps a day's cells packed, as of when the day had as many requests as its mark says. */
export interface UsagePacks {
  /**
   * A day's cells, or those of its hours that hold requests of this day alone; undefined where none
   * are packed that hold still.
   */
  read(mark: DayMark, interval: CellInterval): Promise<readonly CellBlock[] | undefined>;
  /** Packs the day's cells and notes it beside the mark; what was packed before is replaced. */
  write(mark: DayMark, packed: Readonly<Record<CellInterval, readonly CellBlock[]>>): Promise<void>;
}
