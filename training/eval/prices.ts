import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { ScoreRow } from "../data/score-row";

const priceSchema = z.tuple([z.number().positive(), z.number().positive(), z.string()]);

/** The form of `data/routing/benchmark-prices.json`: what is assumed of the cost of old models. */
const benchmarkPricesSchema = z
  .strictObject({
    unit: z.string(),
    sources: z.record(z.string(), z.string()),
    /** By pool, then by model as its data name it. */
    prices: z.record(z.string(), z.record(z.string(), priceSchema)),
    answerTokensAre: z.string(),
    /** By data set, or by data set and subset. */
    answerTokens: z.record(z.string(), z.number().int().positive()),
  })
  .refine(
    ({ prices, sources }) =>
      Object.values(prices)
        .flatMap((pool) => Object.values(pool))
        .every(([, , source]) => source in sources),
    "a price names a source that is not described",
  );

export type BenchmarkPrices = z.infer<typeof benchmarkPricesSchema>;

/** @throws ZodError where the file is not as it should be. */
export const readBenchmarkPrices = (): BenchmarkPrices =>
  benchmarkPricesSchema.parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, "../../data/routing/benchmark-prices.json"), "utf8"),
    ),
  );

const charactersPerToken = 4;

/**
 * What one answer costs, in µUSD: the prompt's tokens, guessed by its length, and as many tokens of
 * answer as are assumed for its kind.
 *
 * @throws Error where the file lacks the model or the kind of prompt.
 */
export const benchmarkCost = (
  { prices, answerTokens }: BenchmarkPrices,
  pool: string,
  model: string,
  { dataset, subset, prompt }: ScoreRow,
): number => {
  const price = prices[pool]?.[model];
  if (price === undefined) throw new Error(`${model} of ${pool} has no price`);
  const output = answerTokens[dataset] ?? answerTokens[`${dataset}/${subset}`];
  if (output === undefined) throw new Error(`no length of answers is assumed for ${dataset}`);
  return (prompt.length / charactersPerToken) * price[0] + output * price[1];
};
