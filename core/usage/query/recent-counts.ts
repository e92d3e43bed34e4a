import type { OrganizationId } from "../../ids";
import type { UsageReader } from "../../ports/usage-store";

/** How many requests of each minute were seen; the minute of `counts[0]` begins at `from`. */
export type RecentCounts = { readonly from: number; readonly counts: readonly number[] };

const minuteMs = 60_000;
/**
 * Minutes in which a request may have come in that is recorded only now: the longest answer takes
 * ten, and the queue some.
 */
const watchedMinutes = 20;
const digits = 36;

const startOfMinute = (at: number): number => Math.floor(at / minuteMs) * minuteMs;

/** As text for a URL, such as `1bq2f.0.0.c.3`. */
export const writeCounts = ({ from, counts }: RecentCounts): string =>
  [from / minuteMs, ...counts].map((number) => number.toString(digits)).join(".");

/** Undefined where the text is none of ours. */
export const readCounts = (text: string): RecentCounts | undefined => {
  if (!/^[0-9a-z]{1,7}(\.[0-9a-z]{1,7}){0,40}$/.test(text)) return undefined;
  const [minute = 0, ...counts] = text.split(".").map((part) => Number.parseInt(part, digits));
  return { from: minute * minuteMs, counts };
};

/** The start of the oldest minute that is watched. */
export const watchedFrom = (now: number): number =>
  startOfMinute(now) - (watchedMinutes - 1) * minuteMs;

/** How many requests each minute since `from` holds, by the minutes' totals: the present one last. */
export const countMinutes = async (
  reader: Pick<UsageReader, "totals">,
  organization: OrganizationId,
  from: number,
  now: number,
): Promise<RecentCounts> => {
  const to = startOfMinute(now) + minuteMs;
  const counts = new Array<number>(Math.max(0, (to - from) / minuteMs)).fill(0);
  for (const { start, totals } of await reader.totals({ organization, from, to }, "minute")) {
    counts[(start - from) / minuteMs] = Number(totals.requests);
  }
  return { from, counts };
};
