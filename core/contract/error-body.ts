import * as z from "zod";

/** What every refused call answers with, whatever its status. */
export const errorBodySchema = z.object({
  error: z.object({
    /** Stable; programs match on it. */
    code: z.string(),
    /** What was wrong and the way out, for people. */
    message: z.string(),
    /** The field at fault, as `body.budget.dailyMicroUsd`; null where it is none. */
    field: z.string().nullable(),
    /** Each field at fault, where there are several. */
    problems: z.array(z.object({ field: z.string(), message: z.string() })),
  }),
});

export type ErrorBody = z.infer<typeof errorBodySchema>;
