import { clusters } from "../core/routing/heads/artifact";
import type { ScoreRow } from "./data/score-row";
import { anchorTask } from "./data/semantic-task";
import { logit } from "./logit";

/** What the shifts of one row are fitted to; one entry a cluster. */
export type ShiftTarget = {
  /** Mean score of the cluster's models, 0 to 1. */
  readonly success: readonly number[];
  /** How many models that is: 0 where the cluster has none. */
  readonly models: readonly number[];
  /** Log-odds expected before the prompt is read: within the data set, and within the task. */
  readonly setOffsets: readonly number[];
  readonly taskOffsets: readonly number[];
};

/** Models that guess, or are not asked to answer, tell nothing of difficulty. */
const leastMean = 0.3;
const leastCoverage = 0.9;
const weakOfPair = "mixtral-8x7b-instruct-v0.1";

type ModelMean = { readonly model: string; readonly mean: number; readonly count: number };

/** Which cluster each model of one data set belongs to: thirds by its mean score there. */
const clustersOf = (rows: readonly ScoreRow[]): ReadonlyMap<string, number> => {
  const means = modelMeans(rows).filter(({ count }) => count >= leastCoverage * rows.length);
  if (means.length === 2) {
    return new Map(means.map(({ model }) => [model, model === weakOfPair ? 0 : 2]));
  }
  const able = means.filter(({ mean }) => mean >= leastMean || isHard(rows[0]?.dataset));
  able.sort((a, b) => a.mean - b.mean || (a.model < b.model ? -1 : 1));
  return new Map(
    able.map(({ model }, place) => [model, Math.floor((place * clusters.length) / able.length)]),
  );
};

/** So hard that a low mean is no sign of guessing. */
const isHard = (dataset: string | undefined): boolean => dataset?.startsWith("zeroeval") ?? false;

export const modelMeans = (rows: readonly ScoreRow[]): ModelMean[] => {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { scores } of rows) {
    for (const [model, score] of Object.entries(scores)) {
      const kept = sums.get(model) ?? { sum: 0, count: 0 };
      kept.sum += score;
      kept.count++;
      sums.set(model, kept);
    }
  }
  return [...sums].map(([model, { sum, count }]) => ({ model, mean: sum / count, count }));
};

/** One name for one model, as the sources spell it in many ways. */
const plainName = (model: string): string =>
  (model.toLowerCase().split("@")[0] ?? "")
    .replace("3_1", "3.1")
    .replace(/instruct|inst|-it\b|-hf\b|v0\.1/g, "")
    .replace(/[^a-z0-9]/g, "");

const rounds = 200;

/** A group of rows of one difficulty: a data set, or a source task of a mixed one. */
const groupOf = ({ dataset, subset }: ScoreRow): string =>
  dataset === "llmrouter-dc" ? `${dataset}/${subset}` : dataset;

/**
 * How easy each group is, in log-odds beside models' ability (a Rasch model over groups, fitted by
 * alternating means): models that were asked in several groups link them.
 */
const easeOfGroups = (rows: readonly ScoreRow[]): ReadonlyMap<string, number> => {
  const cells = [...groupBy(rows, groupOf)].flatMap(([group, members]) =>
    modelMeans(members).map(({ model, mean }) => ({
      group,
      model: plainName(model),
      at: logit(mean),
    })),
  );
  const ability = new Map(cells.map(({ model }) => [model, 0]));
  const ease = new Map(cells.map(({ group }) => [group, 0]));
  const byGroup = groupBy(cells, ({ group }) => group);
  const byModel = groupBy(cells, ({ model }) => model);
  const shrink = 0.3;
  for (let round = 0; round < rounds; round++) {
    for (const [group, members] of byGroup) {
      const gaps = members.map(({ at, model }) => at - (ability.get(model) ?? 0));
      ease.set(group, sum(gaps) / gaps.length);
    }
    for (const [model, members] of byModel) {
      const gaps = members.map(({ at, group }) => at - (ease.get(group) ?? 0));
      ability.set(model, sum(gaps) / (gaps.length + shrink));
    }
  }
  return ease;
};

export const groupBy = <Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

/** The targets of each row, same order. */
export const shiftTargets = (rows: readonly ScoreRow[]): ShiftTarget[] => {
  const ease = easeOfGroups(rows);
  const taskGroups = groupBy(
    [...groupBy(rows, groupOf).values()].map(([first]) => first as ScoreRow),
    anchorTask,
  );
  const taskEase = new Map(
    [...taskGroups].map(([task, firsts]) => [
      task,
      mean(firsts.map((row) => ease.get(groupOf(row)) ?? 0)),
    ]),
  );
  const targets = new Map<ScoreRow, ShiftTarget>();
  for (const members of groupBy(rows, ({ dataset }) => dataset).values()) {
    const cluster = clustersOf(members);
    const found = members.map((row) => clusterMeans(row, cluster));
    const setOffsets = clusters.map((_, place) => {
      const there = found.filter(({ models }) => (models[place] as number) > 0);
      return there.length === 0
        ? 0
        : logit(mean(there.map(({ success }) => success[place] as number)));
    });
    const setEase = mean(members.map((row) => ease.get(groupOf(row)) ?? 0));
    members.forEach((row, at) => {
      const toTask = (taskEase.get(anchorTask(row)) ?? 0) - setEase;
      targets.set(row, {
        ...(found[at] as ReturnType<typeof clusterMeans>),
        setOffsets,
        taskOffsets: setOffsets.map((offset) => offset + toTask),
      });
    });
  }
  return rows.map((row) => targets.get(row) as ShiftTarget);
};

const clusterMeans = ({ scores }: ScoreRow, cluster: ReadonlyMap<string, number>) => {
  const sums = clusters.map(() => 0);
  const models = clusters.map(() => 0);
  for (const [model, score] of Object.entries(scores)) {
    const place = cluster.get(model);
    if (place === undefined) continue;
    (sums[place] as number) += score;
    (models[place] as number)++;
  }
  const success = sums.map((total, place) => total / Math.max(1, models[place] as number));
  return { success, models };
};
