import type { OrganizationId } from "../../ids";
import type { CellInterval, UsageCells } from "../../ports/usage-cells";
import type { CellBlock } from "../cells/cell-block";
import { selectCells } from "../cells/select-cells";
import { startOfLocalDay } from "../time-zone";
import { type Period, restOf, wholeDaysOf } from "./calendar";
import type { DimensionQuery } from "./dimension-filter";

export type CellQuery = {
  readonly organization: OrganizationId;
  /** The organization's zone, whose days are meant. */
  readonly timeZone: string;
  /** On whole hours of the zone. */
  readonly period: Period;
  /** As finely as is needed: days will do where no hours are told apart. */
  readonly step: CellInterval;
  /** Cells that match every filter that is given. */
  readonly where: DimensionQuery;
};

const dayMs = 86_400_000;
/** The longest day of any zone. */
const longestDayMs = 25 * 3_600_000;
/** The store takes 400 days at a time. */
const daysAtOnce = 200;

const readBlocks = async (
  reader: UsageCells,
  organization: OrganizationId,
  stretches: readonly Period[],
  interval: CellInterval,
): Promise<readonly CellBlock[]> => {
  const parts = stretches.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / (daysAtOnce * dayMs)) }, (_, n) => ({
      organization,
      from: from + n * daysAtOnce * dayMs,
      to: Math.min(to, from + (n + 1) * daysAtOnce * dayMs),
    })),
  );
  return (await Promise.all(parts.map((part) => reader.cells(part, interval)))).flat();
};

/** Days that are answered by their own buckets: none of another zone begins within a day of them. */
const plainDays = (
  timeZone: string,
  days: readonly Period[],
  starts: readonly number[],
): readonly Period[] => {
  const foreign = starts.filter((start) => startOfLocalDay(timeZone, start) !== start);
  if (foreign.length === 0) return days;
  return days.filter(
    ({ from, to }) =>
      !foreign.some((start) => start < to + longestDayMs && start + longestDayMs > from),
  );
};

/** Days that follow each other as one stretch. */
const joined = (days: readonly Period[]): readonly Period[] => {
  const stretches: Period[] = [];
  for (const { from, to } of days) {
    const last = stretches.at(-1);
    if (last?.to === from) stretches[stretches.length - 1] = { from: last.from, to };
    else stretches.push({ from, to });
  }
  return stretches;
};

const readDays = async (reader: UsageCells, query: CellQuery): Promise<readonly CellBlock[]> => {
  const { organization, timeZone, period } = query;
  const read = (stretches: readonly Period[], interval: CellInterval) =>
    readBlocks(reader, organization, stretches, interval);
  const days = wholeDaysOf(timeZone, period);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return read([period], "hour");
  const around = { from: first.from - longestDayMs, to: last.to + longestDayMs };
  const starts = await reader.dayStarts({ organization, ...around });
  const plain = joined(plainDays(timeZone, days, starts));
  const parts = [read(plain, "day"), read(restOf(period, plain), "hour")];
  return (await Promise.all(parts)).flat();
};

/**
 * All that a period amounts to, each request in one cell: the one source of every sum that is shown.
 *
 * Buckets begin with the hours and days of the zone that the organization had when the request came.
 * Whole days of today's zone are read as days, all else as hours. Where the zone was changed, days
 * around which buckets of another zone begin are read as hours too. So:
 *
 * - a request counts once, in the hour in which its own hour begins, and periods that follow each
 *   other add up to the whole;
 * - a period is exact to the millisecond where the hours of both zones coincide;
 * - where they don't, as between UTC and +5:30, the requests of the hour that lies across an edge
 *   all count on the side on which it begins;
 * - days of two zones that begin together and end at different hours (on the night of a clock
 *   change) can be told apart by their neighbours only.
 */
export const readCells = async (
  reader: UsageCells,
  query: CellQuery,
): Promise<readonly CellBlock[]> => {
  const { organization, period, step, where } = query;
  const blocks =
    step === "day"
      ? await readDays(reader, query)
      : await readBlocks(reader, organization, [period], "hour");
  return selectCells(blocks, where);
};
