import * as z from "zod";

/**
 * Values of the Artificial Analysis Intelligence Index that were read by hand (2026-11-24), by the
 * name that models.dev has for the model. models.dev itself has none of them.
 */
export const publishedIndexSchema = z.record(
  z.string(),
  z.strictObject({
    score: z.number().min(0).max(100),
    version: z.enum(["4.0", "4.1"]),
    source: z.url(),
  }),
);

export type PublishedIndex = z.infer<typeof publishedIndexSchema>;

/** Version 4.1 is harder: GPT-5.5 went from 60 to 55, so a value of 4.0 counts five less. */
export const currentScore = ({ score, version }: PublishedIndex[string]): number =>
  version === "4.1" ? score : Math.max(0, score - 5);
