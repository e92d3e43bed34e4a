import * as z from "zod";

/** What the deletion of accounts is told by its environment. */
export const accountPurgeEnvSchema = z.object({
  ACCESS_TABLE: z.string().min(1),
  LIMITS_TABLE: z.string().min(1),
  USAGE_TABLE: z.string().min(1),
  CONTROL_TABLE: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  /** Who receipts come from. */
  MAIL_FROM: z.string().min(3),
  /** Its own, as the schedules of purges name it. */
  PURGE_FUNCTION_ARN: z.string().min(1),
  /** Lets EventBridge Scheduler invoke it. */
  SCHEDULER_ROLE_ARN: z.string().min(1),
});
