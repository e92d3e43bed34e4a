import * as z from "zod";

/** What the function behind the user pool's triggers is told by its environment. */
export const authTriggersEnvSchema = z.object({
  CONTROL_TABLE: z.string().min(1),
  ACCESS_TABLE: z.string().min(1),
  /** Without a path, as e-mails name it. */
  DASHBOARD_URL: z.url(),
});
