import { foldCount } from "../corpus";
import { foldOf } from "../data/stem";
import type { Judged } from "./judged";
import { makePool, type Part, type Pool, type PoolDefinition } from "./pool";
import type { BenchmarkPrices } from "./prices";

export const nineModels = "llmrouter-dc";
export const zeroEval = "zeroeval mix";

/**
 * The pools that promises are held to. MT-Bench is none: a judge's 1 to 10 is no share of acceptable
 * answers. Of MMLU-Pro, models below 0.3 are left out, as they guess, and two that were not asked
 * everything or have no price; of ZeroEval, eleven with a list price from cheap to strong that were
 * asked all three sets, none of which bills reasoning that nobody sees.
 */
const definitions: readonly PoolDefinition[] = [
  {
    name: zeroEval,
    datasets: ["zeroeval-gsm8k", "zeroeval-math-l5", "zeroeval-crux"],
    prices: "zeroeval",
  },
  { name: "mmlu-pro", datasets: ["mmlu-pro"], prices: "mmlu-pro" },
  { name: nineModels, datasets: ["llmrouter-dc"], prices: "llmrouter-dc" },
  { name: "routellm-mmlu", datasets: ["routellm-mmlu"], prices: "routellm" },
  { name: "routellm-gsm8k", datasets: ["routellm-gsm8k"], prices: "routellm" },
];

/** @returns the pools that any prompt of `parts` belongs to. */
export const makePools = (parts: readonly Part[], prices: BenchmarkPrices): Pool[] =>
  definitions.flatMap((definition) => makePool(definition, parts, prices) ?? []);

/** Each prompt is judged by priors from the other folds. */
export const crossFitParts = (judged: readonly Judged[]): Part[] => {
  const folds = judged.map(({ row }) => foldOf(row.prompt, foldCount));
  return Array.from({ length: foldCount }, (_, fold) => ({
    learn: judged.filter((_, at) => folds[at] !== fold),
    judge: judged.filter((_, at) => folds[at] === fold),
  }));
};
