import { type MinuteCosts, minuteOf, windowPeriod } from "../../../core/alerts/windows";
import type { OrganizationId } from "../../../core/ids";
import type { UsageReader } from "../../../core/ports/usage-store";

/** What each minute cost of all windows from one to another, both included. */
export const readMinuteCosts = async (
  usage: Pick<UsageReader, "totals">,
  organization: OrganizationId,
  firstWindow: number,
  lastWindow: number,
): Promise<MinuteCosts> => {
  const { from } = windowPeriod(firstWindow);
  const { to } = windowPeriod(lastWindow);
  const buckets = await usage.totals({ organization, from, to }, "minute");
  return new Map(buckets.map(({ start, totals }) => [minuteOf(start), totals.cost]));
};
