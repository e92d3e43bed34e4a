import type { AnchorItem } from "./anchor-items";
import { logistic, logit } from "./logit";
import type { ScoreTable } from "./scores";

export type AnchorMean = {
  /** The probability of a good answer over the whole mix. */
  readonly mean: number;
  /** The part of the mix that was measured and not filled in, 0 to 1. */
  readonly measured: number;
};

type Measured = ReadonlyMap<string, ReadonlyMap<AnchorItem, number>>;

/** Rounds of fitting; the numbers stand still long before. */
const rounds = 200;

const byModel = (items: readonly AnchorItem[], table: ScoreTable): Measured => {
  const models = new Map<string, Map<AnchorItem, number>>();
  for (const item of items)
    for (const benchmark of item.from)
      for (const [model, score] of table.get(benchmark) ?? []) {
        const scores = models.get(model) ?? new Map<AnchorItem, number>();
        models.set(model, scores);
        const other = scores.get(item);
        scores.set(item, other === undefined ? score : (other + score) / 2);
      }
  return models;
};

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * Each model's mean over a mix of which it was measured on a part: what is missing is filled in by
 * the Rasch model, `logit(score) = skill of the model − difficulty of the item`, fitted by turns.
 *
 * @param items - of one task; scores are 0 to 1.
 */
export const anchorMeans = (
  items: readonly AnchorItem[],
  table: ScoreTable,
): ReadonlyMap<string, AnchorMean> => {
  const models = byModel(items, table);
  const difficulty = new Map<AnchorItem, number>(items.map((item) => [item, 0]));
  const skill = new Map<string, number>();
  const hard = (item: AnchorItem) => difficulty.get(item) ?? 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [model, scores] of models)
      skill.set(model, average([...scores].map(([item, score]) => logit(score) + hard(item))));
    for (const item of items) {
      const gaps = [...models].flatMap(([model, scores]) => {
        const score = scores.get(item);
        return score === undefined ? [] : [(skill.get(model) ?? 0) - logit(score)];
      });
      difficulty.set(item, average(gaps));
    }
  }
  return new Map(
    [...models].map(([model, scores]) => {
      const expected = (item: AnchorItem) =>
        scores.get(item) ?? logistic((skill.get(model) ?? 0) - hard(item));
      const mean = items.reduce((sum, item) => sum + item.share * expected(item), 0);
      const measured = items
        .filter((item) => scores.has(item))
        .reduce((sum, { share }) => sum + share, 0);
      return [model, { mean, measured }];
    }),
  );
};
