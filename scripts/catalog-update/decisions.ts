import * as z from "zod";

/**
 * What was decided by hand, each with its reason: which source is right about an offer, which
 * zero prices are truly free, and which models no source describes are assumed to be like which.
 */
export const decisionsSchema = z.strictObject({
  /** By offer, or by provider for all of its offers: the source that is right against the rule. */
  source: z.record(
    z.string(),
    z.strictObject({ use: z.enum(["models.dev", "genai-prices"]), why: z.string() }),
  ),
  /** By offer: the model of the same provider whose prices it has, being only another name of it. */
  priceAs: z.record(z.string(), z.strictObject({ model: z.string(), why: z.string() })),
  /** By offer: a price of 0 that a source says in words. */
  free: z.record(z.string(), z.string()),
  /** By offer: why it has no further tiers, though its source has. */
  flat: z.record(z.string(), z.string()),
  /** By offer that only genai-prices knows: the offer whose capabilities it is assumed to have. */
  like: z.record(z.string(), z.string()),
  /** Offers that take answers by a schema, though no source says so, and who states it. */
  structuredOutput: z.array(z.strictObject({ why: z.string(), offers: z.array(z.string()) })),
});

export type Decisions = z.infer<typeof decisionsSchema>;
