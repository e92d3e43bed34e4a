import * as z from "zod";

/** What the dashboard's API is told by its environment. */
export const apiEnvSchema = z.object({
  ACCESS_TABLE: z.string().min(1),
  LIMITS_TABLE: z.string().min(1),
  USAGE_TABLE: z.string().min(1),
  CONTROL_TABLE: z.string().min(1),
  /** Seals credentials; the API may encrypt with it, and not decrypt. */
  VAULT_KEY_ID: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  USER_POOL_CLIENT_ID: z.string().min(1),
  /** Where the pool's public keys are, and where browsers sign in; absent: at AWS's own address. */
  USER_POOL_JWKS_URL: z.url().optional(),
  SIGN_IN_ENDPOINT: z.url().optional(),
  /** Without a path, as e-mails and answers name them. */
  DASHBOARD_URL: z.url(),
  GATEWAY_URL: z.url(),
  /** Who e-mails come from. */
  MAIL_FROM: z.string().min(3),
  /** Absent where the stage has none. */
  ALERT_TOPIC_ARN: z.string().min(1).optional(),
  /** Of `account-purge`, and the role by which EventBridge Scheduler invokes it. */
  PURGE_FUNCTION_ARN: z.string().min(1),
  SCHEDULER_ROLE_ARN: z.string().min(1),
});

export type ApiEnv = z.infer<typeof apiEnvSchema>;
