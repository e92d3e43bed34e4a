import * as z from "zod";
import type { ProviderId } from "../../core/catalog/provider-id";

const tieredSchema = z.object({
  base: z.number(),
  tiers: z.array(z.object({ start: z.int(), price: z.number() })),
});
const priceSchema = z.record(z.string(), z.union([z.number(), tieredSchema]));

const constraintSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("start_date"), start_date: z.iso.date() }),
  z.object({ type: z.literal("time_of_date"), start_time: z.string(), end_time: z.string() }),
]);

const modelSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  context_window: z.int().optional(),
  deprecated: z.boolean().optional(),
  /** Where its prices were read, and what they leave out. */
  price_comments: z.string().optional(),
  prices: z.union([
    z.array(z.object({ constraint: constraintSchema.optional(), prices: priceSchema })),
    priceSchema.transform((prices) => [{ prices, constraint: undefined }]),
  ]),
});

export type GenaiPrice = z.infer<typeof priceSchema>;
export type GenaiModel = z.infer<typeof modelSchema>;

/** Finds a model's entry by the library's own matching of names, among that provider's only. */
export type GenaiLookUp = (providerId: string, modelId: string) => unknown;

const renamed: Partial<Record<ProviderId, string>> = {
  gemini: "google",
  bedrock: "aws",
  xai: "x-ai",
};

/** The id that genai-prices has for a provider of ours. */
export const genaiProvider = (provider: ProviderId): string => renamed[provider] ?? provider;

/** An offer's entry in genai-prices. */
export const findGenai = (
  lookUp: GenaiLookUp,
  provider: ProviderId,
  id: string,
): GenaiModel | undefined => {
  const found = lookUp(genaiProvider(provider), id);
  return found === undefined ? undefined : modelSchema.parse(found);
};
