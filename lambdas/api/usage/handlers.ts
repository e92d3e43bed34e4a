import type { usageOperations } from "../../../core/contract/usage";
import type { HandlersOf } from "../handler";
import { createBreakdown } from "./breakdown";
import { createMap } from "./map";
import type { UsageParts } from "./parts";
import { createSummary } from "./summary";
import { createTrend } from "./trend";

/** Every sum that the dashboard shows, of one way of adding up: `core/usage/query`. */
export const createUsageHandlers = (parts: UsageParts): HandlersOf<typeof usageOperations> => ({
  "usage.summary": createSummary(parts),
  "usage.trend": createTrend(parts),
  "usage.map": createMap(parts),
  "usage.breakdown": createBreakdown(parts),
});
