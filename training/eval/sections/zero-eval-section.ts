import { type Interval, intervals, type Resampling } from "../bootstrap";
import { bestCascade, cascadeBound } from "../cascade";
import type { Pool } from "../pool";
import { type Goal, percent, type Section, withInterval } from "../report/section";
import { plotPool } from "./plot-pool";
import { poolRows } from "./pool-rows";

const mostCost = 0.58;
const cascadeCost = 0.5;

/**
 * Sums, hard mathematics and code reading: eleven models from cheap to strong.
 *
 * @param chooseOn - the pool whose scores choose the pair of the cascade.
 */
export const zeroEvalSection = (pool: Pool, chooseOn: Pool, resampling: Resampling): Section => {
  const { rows, shipped } = poolRows(pool, [0.98, 1], [mostCost], resampling);
  const [cost] = shipped as [Interval];
  const cascade = cascadeRows(pool, chooseOn, resampling);
  return {
    title: "ZeroEval mix, eleven models",
    tables: [
      { rows },
      { title: "Cascade: two agree or the strongest answers", rows: cascade.rows },
    ],
    goals: [
      {
        what: "ZeroEval mix, cost at 98% of the best model's quality",
        goal: `≤ ${percent(mostCost)}`,
        reached: withInterval(cost, percent),
        met: cost.value <= mostCost,
      },
      cascade.goal,
    ],
    notes: [
      `GSM8K, MATH level 5 and CRUXEval, ${pool.count} prompts; all shares are of ${pool.models[pool.strongest] ?? ""}. Models: ${pool.models.join(", ")}.`,
      "Models that bill reasoning which the data don't hold (o1-mini, o1-preview) are not among them: what an answer of theirs cost is not known.",
      "The cascade can only be bounded: the data have scores and no answers. Where both cheap answers are right they agree, where one is right they differ; where both are wrong, its quality is counted as if they agreed and its cost as if they differed. The true figures are no worse.",
      "Measured before, on other models whose answers could be compared, such a cascade kept 99.9% at 56.5% of the cost.",
      `Its pair is the best within ${percent(cascadeCost)} of the cost on the development prompts, or the cheapest where none is${pool === chooseOn ? ", here the judged ones, so its figure flatters" : ""}.`,
    ],
    plots: [plotPool(pool)],
  };
};

const cascadeRows = (
  pool: Pool,
  chooseOn: Pool,
  resampling: Resampling,
): { readonly rows: readonly (readonly string[])[]; readonly goal: Goal } => {
  const all = Int32Array.from({ length: chooseOn.count }, (_, at) => at);
  const found = bestCascade(chooseOn, all, cascadeCost);
  const goal = {
    what: "ZeroEval mix, cascade: quality at ≤ 50% of the cost",
    goal: "≥ 100.0%",
  };
  const [quality, cost] = intervals(
    [pool.count],
    ([sample = new Int32Array(0)]) => {
      const bound = cascadeBound(pool, found.models, sample);
      return [bound.quality, bound.cost];
    },
    resampling,
  ) as [Interval, Interval];
  return {
    rows: [
      ["pair", "quality, at least", "cost, at most"],
      [
        found.models.map((model) => pool.models[model]).join(" and "),
        withInterval(quality, percent),
        withInterval(cost, percent),
      ],
    ],
    goal: {
      ...goal,
      reached: `≥ ${percent(quality.value)} at ≤ ${percent(cost.value)}`,
      // Short of the goal the bounds decide nothing: the true figures are no worse.
      met: quality.value >= 1 && cost.value <= cascadeCost ? true : undefined,
    },
  };
};
