import * as z from "zod";
import { instantText } from "./fields";

/** A half-open stretch of time as it was really answered for: `from` <= t < `to`. */
export const periodAnswer = z.object({
  from: instantText,
  to: instantText,
  /** The zone whose hours and days are counted. */
  timeZone: z.string(),
});

export type PeriodAnswer = z.infer<typeof periodAnswer>;
