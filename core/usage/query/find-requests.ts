import type { RequestCursor, UsagePeriod, UsageReader } from "../../ports/usage-store";
import type { UsageEvent } from "../usage-event";

type Reader = Pick<UsageReader, "requests">;

/** The most that the store gives at a time. */
const mostPerPage = 1_000;
/** So many rows are looked at for one page, however few match: a second or two. */
const mostLookedAt = 5_000;

export type FindQuery = {
  readonly period: UsagePeriod;
  /** Absent: all. */
  readonly matches?: (event: UsageEvent) => boolean;
  readonly limit: number;
  readonly cursor?: RequestCursor | undefined;
};

export type FoundRequests = {
  readonly events: readonly UsageEvent[];
  /** Absent at the end; there also where a bounded number of rows held too few that match. */
  readonly next?: RequestCursor;
};

/** One page of the requests that match, newest first. */
export const findRequests = async (
  reader: Reader,
  { period, matches, limit, cursor }: FindQuery,
): Promise<FoundRequests> => {
  if (!matches) return reader.requests(period, limit, cursor);
  const events: UsageEvent[] = [];
  let next = cursor;
  for (let looked = 0; looked < mostLookedAt; ) {
    const page = await reader.requests(period, mostPerPage, next);
    looked += page.events.length;
    for (const [index, event] of page.events.entries()) {
      if (!matches(event)) continue;
      events.push(event);
      const isLast = index === page.events.length - 1 && page.next === undefined;
      if (events.length === limit) return isLast ? { events } : { events, next: event.id };
    }
    if (page.next === undefined) return { events };
    // An empty page of a month without requests counts as well, so that this ends.
    looked += 1;
    next = page.next;
  }
  return { events, ...(next !== undefined && { next }) };
};

/** All requests of a period, newest first, read page by page as they are taken. */
export async function* eachRequest(
  reader: Reader,
  period: UsagePeriod,
  perPage = mostPerPage,
): AsyncGenerator<UsageEvent> {
  let cursor: RequestCursor | undefined;
  do {
    const { events, next }: FoundRequests = await reader.requests(period, perPage, cursor);
    yield* events;
    cursor = next;
  } while (cursor !== undefined);
}
