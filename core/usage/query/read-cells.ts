import type { OrganizationId } from "../../ids";
import type { UsageReader } from "../../ports/usage-store";
import type { BucketTotals, Dimensions, Interval } from "../bucket";
import { startOfLocalDay } from "../time-zone";
import type { UsageTotals } from "../totals";
import { type Period, restOf, wholeDaysOf } from "./calendar";

/** A part of what a period amounts to: of one hour or day, and of one value of each dimension. */
export type Cell = {
  /** Milliseconds since 1970 UTC; the cell belongs to the hour or day that holds it. */
  readonly start: number;
  readonly dimensions: Dimensions;
  readonly totals: UsageTotals;
};

export type CellQuery = {
  readonly organization: OrganizationId;
  /** The organization's zone, whose days are meant. */
  readonly timeZone: string;
  /** On whole hours of the zone. */
  readonly period: Period;
  /** As finely as is needed: days will do where no hours are told apart. */
  readonly step: "hour" | "day";
  readonly matches: (dimensions: Dimensions) => boolean;
};

type Reader = Pick<UsageReader, "totals">;

const dayMs = 86_400_000;
/** The longest day of any zone. */
const longestDayMs = 25 * 3_600_000;
/** The store takes 400 days at a time. */
const daysAtOnce = 200;

const readBuckets = async (
  reader: Reader,
  organization: OrganizationId,
  stretches: readonly Period[],
  interval: Interval,
): Promise<readonly BucketTotals[]> => {
  const parts = stretches.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / (daysAtOnce * dayMs)) }, (_, n) => ({
      organization,
      from: from + n * daysAtOnce * dayMs,
      to: Math.min(to, from + (n + 1) * daysAtOnce * dayMs),
    })),
  );
  return (await Promise.all(parts.map((part) => reader.totals(part, interval)))).flat();
};

/** Days that are answered by their own buckets: none of another zone begins within a day of them. */
const plainDays = (
  timeZone: string,
  days: readonly Period[],
  buckets: readonly BucketTotals[],
): readonly Period[] => {
  const starts = new Set(buckets.map(({ start }) => start));
  const foreign = [...starts].filter((start) => startOfLocalDay(timeZone, start) !== start);
  return days.filter(
    ({ from, to }) =>
      !foreign.some((start) => start < to + longestDayMs && start + longestDayMs > from),
  );
};

const readDays = async (reader: Reader, query: CellQuery): Promise<readonly BucketTotals[]> => {
  const { organization, timeZone, period } = query;
  const days = wholeDaysOf(timeZone, period);
  const [first, last] = [days[0], days.at(-1)];
  const read = (stretches: readonly Period[], interval: Interval) =>
    readBuckets(reader, organization, stretches, interval);
  if (!first || !last) return read([period], "hour");
  const around = { from: first.from - longestDayMs, to: last.to + longestDayMs };
  const [buckets, edges] = await Promise.all([
    read([around], "day"),
    read(restOf(period, days), "hour"),
  ]);
  const plain = plainDays(timeZone, days, buckets);
  const within = { from: first.from, to: last.to };
  const hours = plain.length === days.length ? [] : await read(restOf(within, plain), "hour");
  const plainStarts = new Set(plain.map(({ from }) => from));
  return [...buckets.filter(({ start }) => plainStarts.has(start)), ...edges, ...hours];
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
export const readCells = async (reader: Reader, query: CellQuery): Promise<readonly Cell[]> => {
  const { organization, period, step, matches } = query;
  const buckets =
    step === "day"
      ? await readDays(reader, query)
      : await readBuckets(reader, organization, [period], "hour");
  return buckets.flatMap(({ start, dimensions, totals }) =>
    dimensions && matches(dimensions) ? [{ start, dimensions, totals }] : [],
  );
};
