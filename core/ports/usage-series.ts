import type { UsageEvent } from "../usage/usage-event";

/** A time series beside the rollups, for those who query it with tools of their own. */
export interface UsageSeries {
  /** Writes each event once; a repeated event changes nothing. */
  append(events: readonly UsageEvent[]): Promise<void>;
}
