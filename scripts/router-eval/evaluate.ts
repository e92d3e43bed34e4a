import type { Catalog } from "../../core/catalog/catalog";
import type { Artifact } from "../../core/routing/heads/artifact";
import { createTrainedClassifier } from "../../core/routing/heads/trained-classifier";
import { buildCorpus } from "../../training/corpus";
import { crossFit } from "../../training/cross-fit";
import type { ScoreRow } from "../../training/data/score-row";
import type { LabelledRequest, TaughtRequest } from "../../training/data/sources";
import { findFlips } from "../../training/eval/flips";
import { type Judged, judge } from "../../training/eval/judged";
import { leaveOneOut } from "../../training/eval/left-out";
import type { Part, Pool } from "../../training/eval/pool";
import { crossFitParts, makePools, nineModels, zeroEval } from "../../training/eval/pools";
import type { BenchmarkPrices } from "../../training/eval/prices";
import type { Section } from "../../training/eval/report/section";
import { flipsSection } from "../../training/eval/sections/flips-section";
import { leftOutSection } from "../../training/eval/sections/left-out-section";
import { nineModelsSection } from "../../training/eval/sections/nine-models-section";
import { promiseSection } from "../../training/eval/sections/promise-section";
import { publicPairsSection } from "../../training/eval/sections/public-pairs-section";
import { tasksSection } from "../../training/eval/sections/tasks-section";
import { zeroEvalSection } from "../../training/eval/sections/zero-eval-section";

/** All that the figures depend on. */
export type EvalInput = {
  readonly artifact: Artifact;
  readonly catalog: Catalog;
  readonly prices: BenchmarkPrices;
  readonly dev: readonly ScoreRow[];
  /** Prompts of a folder that nothing was learned from; absent, `dev` is judged cross-fitted. */
  readonly judged?: readonly ScoreRow[];
  readonly taught: readonly TaughtRequest[];
  readonly heldOut: readonly LabelledRequest[];
  readonly resamples: number;
  readonly nowMs: number;
  readonly tell: (progress: string) => void;
};

/** Every table of the report. */
export const evaluate = (input: EvalInput): Section[] => {
  const { artifact, dev, prices, heldOut, tell } = input;
  const resampling = { resamples: input.resamples };
  const classify = createTrainedClassifier(artifact);
  tell("reading the prompts");
  const corpus = buildCorpus(dev, input.taught);
  tell("judging them");
  const { judged, parts } = judgeRows(input, () => crossFit(corpus, artifact.header.trust));
  const pools = makePools(parts, prices);
  const left = leaveOneOut(corpus, input.judged ?? dev, tell);
  tell("reckoning the tables");
  const flips = findFlips(heldOut, input.catalog, classify, input.nowMs);
  return [
    publicPairsSection(judged, resampling),
    ...(left.some(({ pairs }) => pairs.length > 0) ? [leftOutSection(left, resampling)] : []),
    ...pools
      .filter(({ name }) => name === nineModels)
      .map((pool) => nineModelsSection(pool, resampling)),
    ...pools
      .filter(({ name }) => name === zeroEval)
      .map((pool) => zeroEvalSection(pool, poolOfDev(input, pool), resampling)),
    ...(pools.length > 0 ? [promiseSection(pools, resampling)] : []),
    tasksSection(heldOut, classify, resampling),
    flipsSection(flips, resampling),
  ];
};

const judgeRows = (
  { artifact, dev, judged }: EvalInput,
  crossFitted: () => readonly Judged[],
): { readonly judged: readonly Judged[]; readonly parts: readonly Part[] } => {
  if (judged === undefined) {
    const found = crossFitted();
    return { judged: found, parts: crossFitParts(found) };
  }
  const classify = createTrainedClassifier(artifact);
  const found = judge(judged, classify);
  return { judged: found, parts: [{ learn: judge(dev, classify), judge: found }] };
};

/** The same pool made of development prompts: what may be chosen by, where others are judged. */
const poolOfDev = ({ artifact, dev, judged, prices }: EvalInput, pool: Pool): Pool => {
  if (judged === undefined) return pool;
  const known = judge(
    dev.filter(({ dataset }) => dataset.startsWith("zeroeval")),
    createTrainedClassifier(artifact),
  );
  const [own] = makePools([{ learn: known, judge: known }], prices);
  return own ?? pool;
};
