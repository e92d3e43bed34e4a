import type { KeyId, OrganizationId, RequestId } from "../ids";
import type { BucketTotals, Interval } from "../usage/bucket";
import type { DayMark } from "../usage/day-mark";
import type { UsageEvent } from "../usage/usage-event";

/** Writes what happened, once. */
export interface UsageRecorder {
  /**
   * Records each event under its id exactly once, however often and from wherever it comes, and
   * adds it to its minute, hour and day in the same step. When it rejects, some of the events may
   * have been recorded: the same call again settles the rest.
   *
   * @throws UsageStoreBusyError where the same call may succeed later as it is.
   */
  record(events: readonly UsageEvent[]): Promise<RecordOutcome>;
}

export type RecordOutcome = {
  readonly recorded: number;
  /** Events that were already there, or came twice in one call. */
  readonly duplicates: number;
};

/** A half-open stretch of one organization's time: `from` <= t < `to`, milliseconds since 1970. */
export type UsagePeriod = {
  readonly organization: OrganizationId;
  readonly from: number;
  readonly to: number;
};

export type RequestPage = {
  /** Newest first. */
  readonly events: readonly UsageEvent[];
  /** Where the next page begins; absent at the end. A page may be short before the end. */
  readonly next?: RequestCursor;
};

/** A request's id, or the lowest of a time: the page begins with what came before it. */
export type RequestCursor = string;

/**
 * Reads what was recorded; may lag a second behind the writes. Requests that are past their
 * organization's retention are gone, at once; totals are kept for good.
 */
export interface UsageReader {
  find(organization: OrganizationId, id: RequestId): Promise<UsageEvent | undefined>;
  /** Requests that came in within the period, by their ids' time, at most `limit` (1 to 1,000). */
  requests(period: UsagePeriod, limit: number, cursor?: RequestCursor): Promise<RequestPage>;
  /** All buckets that begin within the period, oldest first, each once. */
  totals(period: UsagePeriod, interval: Interval): Promise<readonly BucketTotals[]>;
  /**
   * When the organization's keys were used last, milliseconds since 1970 UTC: ten seconds behind
   * at most, and nothing of keys that never were. Best effort: a time may be lost, never go back.
   */
  lastUsed(organization: OrganizationId): Promise<ReadonlyMap<KeyId, number>>;
}

/** Tells cheaply whether anything came to a day. */
export interface UsageMarks {
  /** Of all days that begin within the period and have requests. */
  marks(period: UsagePeriod): Promise<readonly DayMark[]>;
}

export type UsageStore = UsageRecorder & UsageReader;

/** The store can't take writes at the moment (throttled, contended or unreachable). */
export class UsageStoreBusyError extends Error {
  override readonly name = "UsageStoreBusyError";
}
