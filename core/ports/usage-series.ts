import type { UsageEvent } from "../usage/usage-event";

/** A time series beside the rollups, for those who query it with tools of their own. */
export interface UsageSeries {
  /**
   * Writes each event once; a repeated event changes nothing.
   *
   * @throws UsageSeriesRejection where some events can't ever be written as they are; the others
   * were. Any other error may pass.
   */
  append(events: readonly UsageEvent[]): Promise<void>;
}

/** The series refused events themselves, not the moment. */
export class UsageSeriesRejection extends Error {
  override readonly name = "UsageSeriesRejection";
}
