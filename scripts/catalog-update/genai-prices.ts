import { z } from "zod";
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
  prices: z.union([
    z.array(z.object({ constraint: constraintSchema.optional(), prices: priceSchema })),
    priceSchema.transform((prices) => [{ prices, constraint: undefined }]),
  ]),
});

export type GenaiPrice = z.infer<typeof priceSchema>;
export type GenaiModel = z.infer<typeof modelSchema>;

/** What `calcPrice` of `@pydantic/genai-prices` says of a model: its own entry and provider. */
export type GenaiLookUp = (
  providerId: string,
  modelId: string,
) => { readonly provider: { readonly id: string }; readonly model: unknown } | null;

const renamed: Partial<Record<ProviderId, string>> = {
  gemini: "google",
  bedrock: "aws",
  xai: "x-ai",
};

/** The id that genai-prices has for a provider of ours. */
export const genaiProvider = (provider: ProviderId): string => renamed[provider] ?? provider;

/**
 * An offer's entry in genai-prices, by that library's own matching of names.
 *
 * Its fallback to another provider's prices (Azure to OpenAI's) is no evidence of what the
 * provider itself bills, so such a match counts as none.
 */
export const findGenai = (
  lookUp: GenaiLookUp,
  provider: ProviderId,
  id: string,
): GenaiModel | undefined => {
  const found = lookUp(genaiProvider(provider), id);
  if (found?.provider.id !== genaiProvider(provider)) return undefined;
  return modelSchema.parse(found.model);
};
