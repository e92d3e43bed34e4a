import type { CellInterval, UsagePacks } from "../../core/ports/usage-cells";
import type { UsageReader } from "../../core/ports/usage-store";
import type { CellBlock } from "../../core/usage/cells/cell-block";
import type { DayMark } from "../../core/usage/day-mark";
import type { BlockMemory } from "./block-memory";

export type CellSources = {
  readonly packs: Pick<UsagePacks, "read">;
  /** Reads what is not packed: must read as of the last write. */
  readonly consistent: Pick<UsageReader, "totals">;
  readonly memory: BlockMemory;
};

/** Whether what is packed of a day holds still, by its mark. */
export const isPacked = ({ packed, requests }: DayMark): boolean => packed === requests;

/** What is packed of a day as of its mark, if anything is. */
export const readPacked = async (
  { packs }: CellSources,
  mark: DayMark,
  interval: CellInterval,
): Promise<readonly CellBlock[] | undefined> =>
  isPacked(mark) ? packs.read(mark, interval) : undefined;
