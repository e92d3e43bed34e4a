import { type Task, tasks } from "../../core/routing/task";
import { type AnchoredTask, anchorItems, unreadable } from "./anchor-items";
import { anchorMeans } from "./anchor-means";
import { across, bridges } from "./bridges";
import { sourceKey } from "./model-key";
import type { PriorSources } from "./read-sources";
import { type Score, type ScoreTable, tabulate } from "./scores";

/** What one source says of one model at one task. */
export type Evidence = {
  readonly model: string;
  readonly task: Task;
  readonly mean: number;
  /** Pseudo-observations. */
  readonly worth: number;
  readonly source: string;
};

/** Scores in percent that are items of an anchor mix. */
const inPercent = new Set(["MMLU", "GPQA", "MATH", "HumanEval", "MMLU-Pro", "MMLU-Redux"]).add(
  "ZebraLogic",
);

const tableOf = ({ anchors, scores, meant, aliases }: PriorSources): ScoreTable => {
  const own = Object.entries(anchors).flatMap(([benchmark, models]): Score[] =>
    Object.entries(models)
      .filter(([name]) => !unreadable.some((pattern) => pattern.test(name)))
      .map(([name, [score, weight]]) => ({
        benchmark,
        model: sourceKey(name, meant, aliases),
        score,
        weight,
      })),
  );
  const others = scores.map(({ benchmark, model, score }) => ({
    benchmark,
    model: sourceKey(model, meant, aliases),
    score: inPercent.has(benchmark) ? score / 100 : score,
    weight: 1,
  }));
  return tabulate([...own, ...others]);
};

/** A mix of which a third was measured is worth 22, a whole one 34; 12 where only its kin was. */
const worthOf = (measured: number) => Math.round(measured === 0 ? 12 : 16 + 18 * measured);

const anchored = (task: AnchoredTask, table: ScoreTable): readonly Evidence[] =>
  [...anchorMeans(anchorItems[task], table)].map(([model, { mean, measured }]) => ({
    model,
    task,
    mean,
    worth: worthOf(measured),
    source: anchorItems[task]
      .filter((item) => item.from.some((benchmark) => table.get(benchmark)?.has(model)))
      .map(({ name }) => name)
      .join(", "),
  }));

/** All evidence there is, anchors first; models that nobody offers included. */
export const gatherEvidence = (sources: PriorSources): readonly Evidence[] => {
  const table = tableOf(sources);
  const anchors = tasks
    .filter((task): task is AnchoredTask => task in anchorItems)
    .flatMap((task) => anchored(task, table));
  const bridged = bridges.flatMap((bridge) =>
    [...(table.get(bridge.benchmark) ?? [])].map(([model, score]) => ({
      model,
      task: bridge.task,
      mean: across(bridge, score),
      worth: bridge.worth,
      source: bridge.benchmark,
    })),
  );
  return [...anchors, ...bridged];
};
