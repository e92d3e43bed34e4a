import { gainOf } from "../../core/routing/gain";
import { createTrainedClassifier } from "../../core/routing/heads/trained-classifier";
import type { Corpus } from "../corpus";
import type { ScoreRow } from "../data/score-row";
import { stemOf } from "../data/stem";
import { allRows, fitRouter } from "../fit-router";
import { modelMeans } from "../shift-targets";
import { type Judged, judge } from "./judged";
import { type Levels, levelsOf, type Pair } from "./pair";
import { wordsOf } from "./public-pairs";

/** Pairs of one data set, ranked by heads that met neither it nor its questions elsewhere. */
export type LeftOut = {
  readonly dataset: string;
  readonly levels: Levels;
  /** The same prompts ranked by their words: the baseline. */
  readonly words: Levels;
  readonly pairs: readonly Pair[];
};

/** Data sets of the same questions are left out together: each would give the other away. */
const twins: readonly (readonly string[])[] = [["routellm-gsm8k", "zeroeval-gsm8k"]];

/** Which two models make a pair, as quantiles of the data set's models by mean score. */
const quantiles = [
  [0.1, 0.9],
  [0.3, 0.9],
  [0.1, 0.6],
  [0.4, 0.8],
  [0.2, 0.75],
] as const;
const leastGap = 0.03;
const leastCoverage = 0.9;

/**
 * Fits the router once for each set of data sets without it, and ranks its prompts.
 *
 * @param rows - what is ranked; the corpus may have them or not.
 */
export const leaveOneOut = (
  corpus: Corpus,
  rows: readonly ScoreRow[],
  tell: (progress: string) => void,
): LeftOut[] => {
  const datasets = [...new Set(rows.map(({ dataset }) => dataset))];
  const groups = [
    ...twins.map((twin) => twin.filter((dataset) => datasets.includes(dataset))),
    ...datasets.filter((dataset) => !twins.flat().includes(dataset)).map((dataset) => [dataset]),
  ].filter((group) => group.length > 0);
  return groups.flatMap((group) => {
    tell(`without ${group.join(" and ")}`);
    const own = rows.filter(({ dataset }) => group.includes(dataset));
    const artifact = fitRouter(corpus, rowsWithout(corpus, group, own));
    const judged = judge(own, createTrainedClassifier(artifact));
    return group.map((dataset) =>
      pairsOf(
        dataset,
        judged.filter(({ row }) => row.dataset === dataset),
      ),
    );
  });
};

const rowsWithout = (
  corpus: Corpus,
  group: readonly string[],
  judged: readonly ScoreRow[],
): Int32Array => {
  const isOut = (row: ScoreRow): boolean => group.includes(row.dataset);
  const known = corpus.scores.filter((row) => row !== undefined);
  const stems = new Set([...judged, ...known.filter(isOut)].map(({ prompt }) => stemOf(prompt)));
  return allRows(corpus).filter((at) => {
    const row = corpus.scores[at];
    return row === undefined || (!isOut(row) && !stems.has(stemOf(row.prompt)));
  });
};

const pairsOf = (dataset: string, judged: readonly Judged[]): LeftOut => {
  const rows = judged.map(({ row }) => row);
  const models = modelMeans(rows)
    .filter(({ count }) => count >= leastCoverage * rows.length)
    .sort((a, b) => a.mean - b.mean || (a.model < b.model ? -1 : 1));
  const at = (quantile: number) =>
    models[Math.min(models.length - 1, Math.floor(quantile * models.length))];
  const chosen =
    models.length === 2
      ? [[models[0], models[1]]]
      : quantiles.map(([low, high]) => [at(low), at(high)]);
  const pairs = chosen.flatMap(([weak, strong]) => {
    if (weak === undefined || strong === undefined || strong.mean - weak.mean <= leastGap)
      return [];
    // A model that was not asked counts there as it does on average.
    const scoresOf = ({ model, mean }: typeof weak): Float64Array =>
      Float64Array.from(rows, ({ scores }) => scores[model] ?? mean);
    return [{ weak: scoresOf(weak), strong: scoresOf(strong) }];
  });
  const gain = Float64Array.from(judged, ({ classification }) => gainOf(classification));
  const words = Float64Array.from(rows, ({ prompt }) => wordsOf(prompt));
  return { dataset, levels: levelsOf(gain), words: levelsOf(words), pairs };
};
