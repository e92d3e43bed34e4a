import * as z from "zod";
import { defineOperation } from "./define-operation";
import { offerField, picoUsdText, providerField } from "./fields";

/** µUSD per million tokens: $0.15 per million is 150000; null: the provider has no such rate. */
const rate = z.number().nullable();

const setRate = z.int().nonnegative().max(1_000_000_000_000);

/** Whole µUSD per million tokens; a rate that is left out falls back as the catalog's do. */
const priceField = z.strictObject({
  input: setRate,
  output: setRate,
  cacheRead: setRate.optional(),
  cacheWrite5m: setRate.optional(),
  cacheWrite1h: setRate.optional(),
  reasoning: setRate.optional(),
});

const pricesAnswer = z.object({
  input: rate,
  output: rate,
  cacheRead: rate,
  cacheWrite5m: rate,
  cacheWrite1h: rate,
  reasoning: rate,
  /** Dearer above this many input tokens; null: never. */
  dearerAbove: z.number().nullable(),
  source: z.string(),
  takenOn: z.string(),
});

export type PricesAnswer = z.infer<typeof pricesAnswer>;

export const modelAnswer = z.object({
  /** `provider/model`. */
  offer: z.string(),
  model: z.string(),
  name: z.string(),
  provider: providerField,
  /** `no-credential`, `unpriced` and `retired` ones are never chosen, whatever their switch says. */
  status: z.enum(["enabled", "off", "no-credential", "unpriced", "retired"]),
  /** The organization's own switch. */
  enabled: z.boolean(),
  prices: pricesAnswer.nullable(),
  /** pUSD of 500 tokens in and 200 out; null: unpriced. */
  typical: picoUsdText.nullable(),
  /** What the organization set in the place of the catalog's prices. */
  overridden: z.boolean(),
  /** The catalog's prices where the organization's own stand in their place; else null. */
  replaced: pricesAnswer.nullable(),
  contextTokens: z.number(),
  outputTokens: z.number(),
  can: z.object({
    tools: z.boolean(),
    structuredOutput: z.boolean(),
    reasoning: z.boolean(),
    images: z.boolean(),
    audio: z.boolean(),
  }),
  /** ISO day of the latest fact about it. */
  updatedOn: z.string(),
});

export type ModelAnswer = z.infer<typeof modelAnswer>;

export const listModels = defineOperation({
  id: "models.list",
  method: "GET",
  path: "/api/models",
  summary: "The catalog as this organization has it, the enabled first, then by typical cost",
  least: "viewer",
  answer: z.object({ version: z.string(), models: z.array(modelAnswer) }),
});

export const updateModel = defineOperation({
  id: "models.update",
  method: "PATCH",
  path: "/api/models",
  summary: "Switches models on or off; the router leaves out what is off",
  least: "admin",
  body: z.strictObject({
    offers: z.array(offerField).min(1).max(500),
    enabled: z.boolean(),
  }),
  answer: z.object({ models: z.array(modelAnswer) }),
});

export const overridePrice = defineOperation({
  id: "models.override-price",
  method: "PUT",
  path: "/api/models/price",
  summary: "Sets a model's price for this organization, or with null goes back to the catalog's",
  least: "admin",
  body: z.strictObject({
    offer: offerField,
    price: priceField.nullable(),
  }),
  answer: modelAnswer,
});

export const modelOperations = [listModels, updateModel, overridePrice] as const;
