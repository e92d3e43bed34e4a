import { clusters, knowledgeClusters } from "../../core/routing/heads/artifact";
import type { Trees } from "../../core/routing/heads/trees";
import { lexicalCount } from "../../core/routing/reading/lexical-features";
import type { Corpus } from "../corpus";
import type { ScoreRow } from "../data/score-row";
import { sigmoid } from "../logit";
import { type ShiftTarget, shiftTargets } from "../shift-targets";
import { applyHeads, fitHeads, type Heads, type Loss, type Scaled } from "./fit-heads";
import { fitTrees, type TreeOptions } from "./fit-trees";

/** How much a row of each data set weighs in the general shifts; others weigh 1. */
const setWeights: Readonly<Record<string, number>> = {
  "mmlu-pro": 0.5,
  "llmrouter-dc": 1.5,
  "zeroeval-crux": 2,
  "zeroeval-math-l5": 2,
};

/** The general shift counts half where the shift of knowledge is added. */
const generalWithin = 0.5;
/**
 * N-grams and trees each guess the whole shift of knowledge, and err differently: so much of each
 * is taken.
 */
const shareOfGrams = 0.6;
const shareOfTrees = 0.6;

const treeOptions: TreeOptions = { trees: 80, depth: 4, rate: 0.08, penalty: 20 };

/** What is fitted of shifts: heads over n-grams, and trees over the lexical features. */
export type Shifts = {
  readonly general: Heads;
  readonly knowledge: Heads;
  readonly trees: readonly Trees[];
};

/**
 * Fits how much easier than usual a request is for each cluster of models: in general, from all
 * data sets but MT-Bench, and what is to be added where knowledge is asked for, from MMLU.
 */
export const fitShifts = (corpus: Corpus, features: Scaled, chosen: Int32Array): Shifts => {
  // MT-Bench trains nothing: it is the test of what was learned elsewhere.
  const rows = chosen.filter(
    (row) => (setOf(corpus, row) ?? "routellm-mt-bench") !== "routellm-mt-bench",
  );
  const targets = targetsOf(corpus, rows);
  const general = fitGeneral(corpus, features, rows, targets);
  const asked = rows.filter((row) => setOf(corpus, row) === "routellm-mmlu");
  return {
    general,
    knowledge: fitKnowledge(features, asked, targets, general),
    trees: fitKnowledgeTrees(corpus, asked, targets),
  };
};

const setOf = ({ scores }: Corpus, row: number): string | undefined => scores[row]?.dataset;

type Targets = ReadonlyMap<number, ShiftTarget>;

const targetsOf = ({ scores }: Corpus, rows: Int32Array): Targets => {
  const targets = shiftTargets([...rows].map((row) => scores[row] as ScoreRow));
  return new Map([...rows].map((row, at) => [row, targets[at] as ShiftTarget]));
};

/** Log-loss of the cluster's mean success; `offsetOf` is what is expected before reading. */
const shiftLoss =
  (
    targets: Targets,
    offsetOf: (row: number, target: ShiftTarget, cluster: number) => number,
    weightOf: (row: number) => number,
    ofHead: readonly number[] = clusters.map((_, cluster) => cluster),
  ): Loss =>
  (row, scores) => {
    const target = targets.get(row) as ShiftTarget;
    const weight = weightOf(row);
    for (let head = 0; head < scores.length; head++) {
      const cluster = ofHead[head] as number;
      const models = target.models[cluster] as number;
      const expected = sigmoid(offsetOf(row, target, cluster) + (scores[head] as number));
      // The mean of many models is less noisy, but what is particular to the prompt stays.
      scores[head] = weight * Math.sqrt(models) * (expected - (target.success[cluster] as number));
    }
  };

const fitGeneral = (
  corpus: Corpus,
  features: Scaled,
  rows: Int32Array,
  targets: Targets,
): Heads => {
  const offsetOf = (_row: number, { setOffsets, taskOffsets }: ShiftTarget, cluster: number) =>
    ((setOffsets[cluster] as number) + (taskOffsets[cluster] as number)) / 2;
  const weightOf = (row: number) => setWeights[setOf(corpus, row) ?? ""] ?? 1;
  return fitHeads(features, rows, clusters.length, shiftLoss(targets, offsetOf, weightOf), {
    epochs: 8,
    rate: 0.01,
    decay: 2e-3,
    lexicalDecay: 1e-3,
  });
};

const fitKnowledge = (
  features: Scaled,
  rows: Int32Array,
  targets: Targets,
  general: Heads,
): Heads => {
  const said = new Map<number, Float64Array>();
  const means = new Float64Array(clusters.length);
  for (const row of rows) {
    const scores = new Float64Array(clusters.length);
    applyHeads(features, row, general, scores);
    said.set(row, scores);
    for (let at = 0; at < means.length; at++) {
      (means[at] as number) += (scores[at] as number) / rows.length;
    }
  }
  const offsetOf = (row: number, { setOffsets }: ShiftTarget, cluster: number): number =>
    (setOffsets[cluster] as number) +
    generalWithin * ((said.get(row)?.[cluster] as number) - (means[cluster] as number));
  const loss = shiftLoss(targets, offsetOf, () => 1, knowledgeClusters);
  const heads = fitHeads(features, rows, knowledgeClusters.length, loss, {
    epochs: 10,
    rate: 0.01,
    decay: 3e-4,
    lexicalDecay: 1e-3,
  });
  return blended(heads, general);
};

/** What is added to the general shift, so that it and the n-grams' guess come to their shares. */
const blended = (heads: Heads, general: Heads): Heads => {
  const surplus = 1 - shareOfGrams * generalWithin;
  for (const part of ["weights", "lexical"] as const) {
    const rows = heads[part].length / heads.count;
    for (let row = 0; row < rows; row++) {
      knowledgeClusters.forEach((cluster, head) => {
        const at = row * heads.count + head;
        const own = shareOfGrams * (heads[part][at] as number);
        heads[part][at] = own - surplus * (general[part][row * general.count + cluster] as number);
      });
    }
  }
  return heads;
};

const fitKnowledgeTrees = (corpus: Corpus, rows: Int32Array, targets: Targets): Trees[] => {
  const lexical = new Float32Array(rows.length * lexicalCount);
  rows.forEach((row, at) => {
    const first = row * lexicalCount;
    lexical.set(corpus.features.lexical.subarray(first, first + lexicalCount), at * lexicalCount);
  });
  return knowledgeClusters.map((cluster) => {
    const success = Float64Array.from(rows, (row) => targets.get(row)?.success[cluster] as number);
    const [first] = rows;
    const offset = targets.get(first as number)?.setOffsets[cluster] as number;
    const trees = fitTrees(lexical, success, offset, treeOptions);
    return { ...trees, leaves: trees.leaves.map((leaf) => leaf * shareOfTrees) };
  });
};
