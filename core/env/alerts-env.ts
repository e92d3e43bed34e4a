import * as z from "zod";

/** What the function that checks spend alerts is told by its environment. */
export const alertsEnvSchema = z.object({
  USAGE_TABLE: z.string().min(1),
  CONTROL_TABLE: z.string().min(1),
  ACCESS_TABLE: z.string().min(1),
  /** Who e-mails come from. */
  MAIL_FROM: z.string().min(3),
  /** Without a path, as e-mails name it. */
  DASHBOARD_URL: z.url(),
  /** Absent where the stage has none. */
  ALERT_TOPIC_ARN: z.string().min(1).optional(),
});
