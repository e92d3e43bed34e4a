import type { Pool } from "./pool";

/** Which model, by its column, answers each prompt. */
export type Selection = Int32Array;

/** One model for all. */
export const always = ({ count }: Pool, model: number): Selection =>
  new Int32Array(count).fill(model);

/** Of each prompt the model with the highest predicted quality; of equals the cheaper. */
export const bestPredicted = (pool: Pool): Selection =>
  selectEach(pool, (row, model, best) => {
    const gap = (pool.standIn[row + model] as number) - (pool.standIn[row + best] as number);
    return gap > 0 || (gap === 0 && isCheaper(pool, row, model, best));
  });

/** As the gateway chooses for `auto`: the cheapest that keeps that share of the best predicted. */
export const cheapestAbove = (pool: Pool, floor: number): Selection => {
  const best = bestPredicted(pool);
  const { standIn, models } = pool;
  return best.map((reference, prompt) => {
    const row = prompt * models.length;
    const bar = floor * (standIn[row + reference] as number);
    return cheapest(pool, row, reference, (model) => (standIn[row + model] as number) >= bar);
  });
};

/** As the gateway chooses for a named model: the cheapest that keeps that share of it. */
export const cheapestBeside = (pool: Pool, reference: number, floor: number): Selection => {
  const { standIn, asked, models } = pool;
  return always(pool, reference).map((_, prompt) => {
    const row = prompt * models.length;
    const bar = floor * (asked[row + reference] as number);
    return cheapest(pool, row, reference, (model) => (standIn[row + model] as number) >= bar);
  });
};

/** The other way to trade: the highest predicted quality less `price` × the cost. */
export const bestTrade = (pool: Pool, price: number): Selection => {
  const { standIn, costs } = pool;
  const worth = (cell: number): number =>
    (standIn[cell] as number) - price * (costs[cell] as number);
  return selectEach(pool, (row, model, best) => worth(row + model) > worth(row + best));
};

const isCheaper = ({ costs }: Pool, row: number, model: number, than: number): boolean =>
  (costs[row + model] as number) < (costs[row + than] as number);

const cheapest = (
  pool: Pool,
  row: number,
  reference: number,
  allowed: (model: number) => boolean,
): number => {
  let chosen = reference;
  for (let model = 0; model < pool.models.length; model++) {
    if (isCheaper(pool, row, model, chosen) && allowed(model)) chosen = model;
  }
  return chosen;
};

const selectEach = (
  { count, models }: Pool,
  isBetter: (row: number, model: number, than: number) => boolean,
): Selection =>
  new Int32Array(count).map((_, prompt) => {
    let best = 0;
    for (let model = 1; model < models.length; model++) {
      if (isBetter(prompt * models.length, model, best)) best = model;
    }
    return best;
  });

/** What came of a selection, one number a prompt. */
export type Outcome = { readonly scores: Float64Array; readonly costs: Float64Array };

export const outcomeOf = ({ scores, costs, models }: Pool, selection: Selection): Outcome => ({
  scores: Float64Array.from(selection, (model, at) => scores[at * models.length + model] as number),
  costs: Float64Array.from(selection, (model, at) => costs[at * models.length + model] as number),
});

/** The sum over a sample of prompts. */
export const sumOver = (numbers: Float64Array, sample: Int32Array): number => {
  let sum = 0;
  for (const at of sample) sum += numbers[at] as number;
  return sum;
};
