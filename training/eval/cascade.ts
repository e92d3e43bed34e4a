import type { Pool } from "./pool";
import { always, outcomeOf, sumOver } from "./select";

/**
 * A cascade: two cheap models answer, and where they differ the strongest does. The data have scores
 * and no answers, but on exact answers (a number, a literal) two right ones agree and a right one
 * never agrees with a wrong one. Whether two wrong answers agree is unknown, so this counts the worst
 * of both: they agree, and the wrong answer stays; and they differ, and the strongest is paid.
 */
export type CascadeBound = {
  readonly models: readonly [number, number];
  /** 1 as the strongest model's; the true figure is no lower. */
  readonly quality: number;
  /** The true figure is no higher. */
  readonly cost: number;
};

export const cascadeBound = (
  pool: Pool,
  [first, second]: readonly [number, number],
  sample: Int32Array,
): CascadeBound => {
  const { scores, costs, models, strongest } = pool;
  let quality = 0;
  let cost = 0;
  for (const prompt of sample) {
    const row = prompt * models.length;
    const one = scores[row + first] as number;
    const other = scores[row + second] as number;
    const bothRight = one === 1 && other === 1;
    const bothWrong = one === 0 && other === 0;
    cost += (costs[row + first] as number) + (costs[row + second] as number);
    if (!bothRight) cost += costs[row + strongest] as number;
    if (bothRight) quality += 1;
    else if (!bothWrong) quality += scores[row + strongest] as number;
  }
  const whole = outcomeOf(pool, always(pool, strongest));
  return {
    models: [first, second],
    quality: quality / sumOver(whole.scores, sample),
    cost: cost / sumOver(whole.costs, sample),
  };
};

/**
 * Of all pairs the one with the highest sure quality that surely costs no more than `budget`; where
 * none is so cheap, the one that surely costs the least.
 */
export const bestCascade = (pool: Pool, sample: Int32Array, budget: number): CascadeBound => {
  const places = pool.models.map((_, model) => model).filter((model) => model !== pool.strongest);
  const bounds = places.flatMap((first) =>
    places
      .filter((second) => second > first)
      .map((second) => cascadeBound(pool, [first, second], sample)),
  );
  const cheapFirst = bounds.sort((a, b) => a.cost - b.cost || b.quality - a.quality);
  const [cheapest = cascadeBound(pool, [pool.strongest, pool.strongest], sample)] = cheapFirst;
  return cheapFirst
    .filter(({ cost }) => cost <= budget)
    .reduce((best, bound) => (bound.quality > best.quality ? bound : best), cheapest);
};
