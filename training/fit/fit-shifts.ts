import { clusters } from "../../core/routing/heads/artifact";
import type { Corpus } from "../corpus";
import type { ScoreRow } from "../data/score-row";
import { sigmoid } from "../logit";
import { type ShiftTarget, shiftTargets } from "../shift-targets";
import { applyHeads, fitHeads, type Heads, type Loss, type Scaled } from "./fit-heads";

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
 * Fits how much easier than usual a request is for each cluster of models: in general, from all
 * data sets but MT-Bench, and what is to be added where knowledge is asked for, from MMLU.
 */
export const fitShifts = (
  corpus: Corpus,
  features: Scaled,
  chosen: Int32Array,
): { readonly general: Heads; readonly knowledge: Heads } => {
  // MT-Bench trains nothing: it is the test of what was learned elsewhere.
  const rows = chosen.filter(
    (row) => (setOf(corpus, row) ?? "routellm-mt-bench") !== "routellm-mt-bench",
  );
  const targets = targetsOf(corpus, rows);
  const general = fitGeneral(corpus, features, rows, targets);
  const asked = rows.filter((row) => setOf(corpus, row) === "routellm-mmlu");
  return { general, knowledge: fitKnowledge(features, asked, targets, general) };
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
  ): Loss =>
  (row, scores) => {
    const target = targets.get(row) as ShiftTarget;
    const weight = weightOf(row);
    for (let cluster = 0; cluster < scores.length; cluster++) {
      const models = target.models[cluster] as number;
      const expected = sigmoid(offsetOf(row, target, cluster) + (scores[cluster] as number));
      // The mean of many models is less noisy, but what is particular to the prompt stays.
      scores[cluster] =
        weight * Math.sqrt(models) * (expected - (target.success[cluster] as number));
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
  const heads = fitHeads(
    features,
    rows,
    clusters.length,
    shiftLoss(targets, offsetOf, () => 1),
    {
      epochs: 10,
      rate: 0.01,
      decay: 3e-4,
      lexicalDecay: 1e-3,
    },
  );
  return without(heads, general, 1 - generalWithin);
};

/** What the general shift says too much of knowledge is taken back. */
const without = (heads: Heads, other: Heads, times: number): Heads => {
  for (const part of ["weights", "lexical"] as const) {
    for (let at = 0; at < heads[part].length; at++) {
      (heads[part][at] as number) -= times * (other[part][at] as number);
    }
  }
  return heads;
};
