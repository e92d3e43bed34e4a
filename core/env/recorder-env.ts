import * as z from "zod";

/** What the recorder is told by its environment. */
export const recorderEnvSchema = z
  .object({
    USAGE_TABLE: z.string().min(1),
    /** Both set where the stage has a Timestream database; then events go there as well. */
    TIMESTREAM_DATABASE: z.string().min(1).optional(),
    TIMESTREAM_TABLE: z.string().min(1).optional(),
  })
  .refine(
    (env) => (env.TIMESTREAM_DATABASE === undefined) === (env.TIMESTREAM_TABLE === undefined),
    {
      error: "only one of TIMESTREAM_DATABASE and TIMESTREAM_TABLE is set; set both or neither",
    },
  );
