import * as z from "zod";
import { picoUsdText } from "../contract/fields";

/** Who sends the events; rules match on it. */
export const alertEventSource = "smashcost";

const instant = z.iso.datetime();

/** What every event says. Amounts are whole pico-dollars (10⁻¹² USD) as decimal digits. */
export const alertEventDetail = z.strictObject({
  version: z.literal(1),
  organization: z.string(),
  organizationName: z.string(),
  /** Absent in a test. */
  crossing: z.string().optional(),
  thresholdMicroUsd: z.int().nonnegative(),
  /** Of the 60 minutes from `from` to `to`. */
  sum: picoUsdText,
  from: instant,
  to: instant,
  /** The largest customers of these 60 minutes, largest first; null: untagged. */
  customers: z.array(z.strictObject({ customer: z.string().nullable(), cost: picoUsdText })),
  /** False: the costs of customers are estimates. */
  customersExact: z.boolean(),
  /** The highest sum of 60 minutes; in an event of the end the final one. */
  peak: picoUsdText,
  firedAt: instant,
  /** Only in an event of the end. */
  endedAt: instant.optional(),
  dashboardUrl: z.url(),
});

/** The kinds of events, as rules match on `detail-type`. */
export const alertEventTypes = [
  "Spend alert fired",
  "Spend alert ended",
  "Spend alert test",
] as const;

export type AlertEvent = {
  readonly type: (typeof alertEventTypes)[number];
  readonly detail: z.infer<typeof alertEventDetail>;
};
