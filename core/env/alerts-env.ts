import { z } from "zod";

/** What the function that runs each minute is told by its environment. */
export const alertsEnvSchema = z.object({ LIMITS_TABLE: z.string().min(1) });

export type AlertsEnv = z.infer<typeof alertsEnvSchema>;
