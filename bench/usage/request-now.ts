import { firstIdAt } from "../../core/usage/request-time";
import type { UsageEvent } from "../../core/usage/usage-event";
import { monthEnd } from "./month";

/** One more request of the month's last second, like another; by its serial it is one of its own. */
export const requestNow = (like: UsageEvent, serial: number): UsageEvent => ({
  ...like,
  id: `${firstIdAt(monthEnd - 1_000).slice(0, 14)}${String(serial).padStart(16, "0")}` as never,
  at: monthEnd - 1_000,
});
