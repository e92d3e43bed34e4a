import type { OrganizationId } from "../../ids";
import type { UsageReader } from "../../ports/usage-store";
import type { UsageEvent } from "../usage-event";
import { countMinutes, type RecentCounts, watchedFrom } from "./recent-counts";

type Reader = Pick<UsageReader, "requests" | "totals">;

export type Tail = {
  /** Newest first. Some may have been given before: their ids tell. */
  readonly events: readonly UsageEvent[];
  /** Not all could be given: the list is to be asked for anew. */
  readonly more: boolean;
  readonly seen: RecentCounts;
};

export type TailQuery = {
  readonly organization: OrganizationId;
  readonly seen: RecentCounts;
  readonly matches: (event: UsageEvent) => boolean;
  readonly now: number;
};

const minuteMs = 60_000;
/** Rows looked at, and rows given, at each look. */
const mostLookedAt = 1_000;
const mostGiven = 200;
/** Who looks away for longer has missed too much to be told row by row. */
const longestAwayMs = 2 * 3_600_000;

type Minute = { readonly index: number; readonly from: number; readonly count: number };

/** Minutes that hold another number of requests than was seen, newest first. */
const changedMinutes = (present: RecentCounts, seen: RecentCounts): readonly Minute[] => {
  const offset = (present.from - seen.from) / minuteMs;
  return present.counts
    .map((count, index) => ({ index, from: present.from + index * minuteMs, count }))
    .filter(({ index, count }) => count !== (seen.counts[index + offset] ?? 0))
    .reverse();
};

/**
 * Requests that were recorded after the last look, also those that came in long before: an answer
 * may take ten minutes, and its row is sorted by when it began. A minute's total is written in one
 * step with its rows, so a minute whose number is not the one that was seen holds a row that was
 * not; its rows are given again. What was seen are the rows themselves: where a read lags behind the
 * total, the next look comes back to that minute.
 */
export const tailRequests = async (
  reader: Reader,
  { organization, seen, matches, now }: TailQuery,
): Promise<Tail> => {
  const oldest = watchedFrom(now);
  const missed = now - seen.from > longestAwayMs;
  const from = missed ? oldest : Math.min(seen.from, oldest);
  const present = await countMinutes(reader, organization, from, now);
  const since = oldest - from;
  const keep = (counts: readonly number[]): RecentCounts => ({
    from: oldest,
    counts: counts.slice(since / minuteMs),
  });
  if (missed) return { events: [], more: true, seen: keep(present.counts) };
  const counts = [...present.counts];
  const events: UsageEvent[] = [];
  let looked = 0;
  let more = false;
  for (const minute of changedMinutes(present, seen)) {
    const room = mostLookedAt - looked;
    if (room <= 0) {
      more = true;
      break;
    }
    const period = { organization, from: minute.from, to: minute.from + minuteMs };
    const page = await reader.requests(period, room);
    looked += page.events.length;
    if (page.next === undefined) counts[minute.index] = page.events.length;
    else more = true;
    events.push(...page.events.filter(matches));
  }
  return {
    events: events.slice(0, mostGiven),
    more: more || events.length > mostGiven,
    seen: keep(counts),
  };
};
