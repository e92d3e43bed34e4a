import * as z from "zod";

/** What the function of CSV files is told by its environment. */
export const exportEnvSchema = z.object({
  ACCESS_TABLE: z.string().min(1),
  USAGE_TABLE: z.string().min(1),
  CONTROL_TABLE: z.string().min(1),
});
