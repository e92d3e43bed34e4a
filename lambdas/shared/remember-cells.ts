import type { UsageCells } from "../../core/ports/usage-cells";
import type { UsageMarks, UsagePeriod } from "../../core/ports/usage-store";
import { blockOf, blocksOf, type CellBlock, requestsIn } from "../../core/usage/cells/cell-block";
import { type MarkedHour, markedHours, tellsHours } from "../../core/usage/cells/marked-hours";
import type { DayMark } from "../../core/usage/day-mark";
import { createBlockMemory } from "./block-memory";
import { type CellSources, isPacked, readPacked } from "./read-packed";
import { createHourReader } from "./remember-hours";

type Blocks = readonly CellBlock[];

export type RememberCellsParts = Omit<CellSources, "memory"> & {
  /** Tell whether what is remembered or packed holds still. */
  readonly marks: UsageMarks;
  /** Cells kept, of some 150 bytes each; the day or hour that was asked for least lately goes first. */
  readonly mostCells: number;
};

/** Hours of a day begin within so long of its start. */
const longestDayMs = 26 * 3_600_000;
const readsAtOnce = 16;

/** The hours of a day, if each holds requests of this day alone. */
const ownHours = (
  mark: DayMark,
  hours: ReadonlyMap<number, MarkedHour>,
): readonly MarkedHour[] | undefined => {
  if (!tellsHours(mark)) return undefined;
  const own = [...mark.hours.keys()].flatMap((start) => hours.get(start) ?? []);
  return own.every(({ day }) => day?.start === mark.start) ? own : undefined;
};

/**
 * Cells of hours and days, remembered in this process. A day is read again as soon as a request came to
 * it, however late: each request adds to its day's mark, and to its hour in the mark, in the same step as
 * to its buckets, and marks are read at every call. They are read before the buckets, and these as of the
 * last write, so that what is remembered is never older than the marks beside it.
 *
 * Days that are packed are read as such. Of the day that runs only the hours are read that were added to.
 */
export const createRememberedCells = ({
  marks: markReader,
  mostCells,
  ...others
}: RememberCellsParts): UsageCells => {
  const sources = { ...others, memory: createBlockMemory(mostCells) };
  const { memory, consistent } = sources;
  const readHours = createHourReader(sources);

  const readBuckets = async ({ organization, start }: DayMark): Promise<Blocks> => {
    const buckets = await consistent.totals({ organization, from: start, to: start + 1 }, "day");
    return [blockOf(start, buckets)];
  };

  const readSettled = async (mark: DayMark): Promise<Blocks> => {
    const packed = await readPacked(sources, mark, "day");
    const requests = packed?.reduce((sum, block) => sum + requestsIn(block), 0);
    return packed && requests === mark.requests ? packed : readBuckets(mark);
  };

  const readDay = async (
    mark: DayMark,
    hours: ReadonlyMap<number, MarkedHour>,
    isNewest: boolean,
  ): Promise<Blocks> => {
    const { organization, start, requests } = mark;
    const name = `${organization} day ${start}`;
    const known = memory.find(name, requests);
    if (known) return known;
    const own = isNewest && !isPacked(mark) ? ownHours(mark, hours) : undefined;
    if (!own) return memory.keep(name, requests, readSettled(mark));
    return (await readHours(organization, own)).map((block) => ({ ...block, start }));
  };

  const readDays = async (period: UsagePeriod, marks: readonly DayMark[]): Promise<Blocks> => {
    const { from, to } = period;
    const hours = markedHours(marks);
    const newest = Math.max(...marks.map(({ start }) => start));
    const days = marks.filter(({ start }) => start >= from && start < to);
    const blocks: CellBlock[] = [];
    for (let first = 0; first < days.length; first += readsAtOnce) {
      const some = days.slice(first, first + readsAtOnce);
      const read = some.map((mark) => readDay(mark, hours, mark.start === newest));
      blocks.push(...(await Promise.all(read)).flat());
    }
    return blocks;
  };

  const marksAround = ({ organization, from, to }: UsagePeriod): Promise<readonly DayMark[]> =>
    markReader.marks({ organization, from: from - longestDayMs, to: to + longestDayMs });

  const hoursWithin = ({ from, to }: UsagePeriod, marks: readonly DayMark[]) =>
    [...markedHours(marks).values()].filter(({ start }) => start >= from && start < to);

  return {
    async dayStarts(period) {
      return (await markReader.marks(period)).map(({ start }) => start);
    },
    async cells(period, interval) {
      const marks = await marksAround(period);
      if (interval === "day") return readDays(period, marks);
      // Marks of before hours were told: nothing tells whether a remembered hour holds.
      if (!marks.every(tellsHours)) return blocksOf(await consistent.totals(period, "hour"));
      return readHours(period.organization, hoursWithin(period, marks));
    },
  };
};
