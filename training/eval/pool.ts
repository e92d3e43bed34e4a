import { cautiousStandingOf, predictQuality, standingOf } from "../../core/routing/quality";
import { fitPriors } from "./fit-priors";
import type { Judged } from "./judged";
import { type BenchmarkPrices, benchmarkCost } from "./prices";
import { wordsOf } from "./public-pairs";

/** Models that were all asked the same prompts; tables have one row a prompt, one column a model. */
export type Pool = {
  readonly name: string;
  readonly models: readonly string[];
  readonly count: number;
  /** 0 to 1. */
  readonly scores: Float64Array;
  /** µUSD. */
  readonly costs: Float64Array;
  /** Predicted quality as the model asked for, 0 to 1. */
  readonly asked: Float64Array;
  /** Predicted quality as one that would take another's place. */
  readonly standIn: Float64Array;
  /** The column of the model with the best mean score where its priors come from. */
  readonly strongest: number;
  /** Words of each prompt: what the baseline goes by. */
  readonly words: Float64Array;
};

/** Prompts that are judged, and other ones that the models' priors come from. */
export type Part = { readonly learn: readonly Judged[]; readonly judge: readonly Judged[] };

/** Which data sets and models make a pool. */
export type PoolDefinition = {
  readonly name: string;
  readonly datasets: readonly string[];
  /** Where in the prices its models are. */
  readonly prices: string;
};

/** undefined where no prompt of the pool is judged. */
export const makePool = (
  definition: PoolDefinition,
  parts: readonly Part[],
  prices: BenchmarkPrices,
): Pool | undefined => {
  const models = Object.keys(prices.prices[definition.prices] ?? {});
  const belongs = ({ row }: Judged): boolean =>
    definition.datasets.includes(row.dataset) &&
    models.every((model) => row.scores[model] !== undefined);
  const rows: Judged[] = [];
  const asked: number[] = [];
  const standIn: number[] = [];
  const learned: Judged[] = [];
  for (const { learn, judge } of parts) {
    const judged = judge.filter(belongs);
    if (judged.length === 0) continue;
    const taught = learn.filter(belongs);
    const priors = models.map((model) => fitPriors(taught, model));
    const standings = priors.map(standingOf);
    const cautious = priors.map(cautiousStandingOf);
    for (const { classification } of judged) {
      asked.push(...standings.map((one) => predictQuality(one, classification, false)));
      standIn.push(...cautious.map((one) => predictQuality(one, classification, true)));
    }
    rows.push(...judged);
    learned.push(...taught);
  }
  if (rows.length === 0) return undefined;
  const means = models.map((model) =>
    learned.reduce((sum, { row }) => sum + (row.scores[model] as number), 0),
  );
  return {
    name: definition.name,
    models,
    count: rows.length,
    scores: table(rows, models, ({ row }, model) => row.scores[model] as number),
    costs: table(rows, models, ({ row }, model) =>
      benchmarkCost(prices, definition.prices, model, row),
    ),
    asked: Float64Array.from(asked),
    standIn: Float64Array.from(standIn),
    strongest: means.indexOf(Math.max(...means)),
    words: Float64Array.from(rows, ({ row }) => wordsOf(row.prompt)),
  };
};

const table = (
  rows: readonly Judged[],
  models: readonly string[],
  cellOf: (judged: Judged, model: string) => number,
): Float64Array =>
  Float64Array.from(rows.flatMap((row) => models.map((model) => cellOf(row, model))));
