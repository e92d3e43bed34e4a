import type { Pool } from "../pool";
import type { Plot } from "../report/plot";
import { always, outcomeOf } from "../select";
import { type Point, pointsOf, randomMix, sweepFloors, sweepPrices } from "../sweep";

const onPlot = ({ cost, quality }: Point): [number, number] => [cost, quality];

/** Quality against cost on a pool: both ways to trade, single models, and mixing at random. */
export const plotPool = (pool: Pool): Plot => ({
  name: pool.name.replaceAll(" ", "-"),
  title: `${pool.name}: quality and cost beside ${pool.models[pool.strongest] ?? ""}`,
  x: "cost",
  y: "quality",
  series: [
    {
      name: "share kept (shipped)",
      style: "line",
      points: pointsOf(sweepFloors(pool)).map(onPlot),
    },
    { name: "quality − λ · cost", style: "line", points: pointsOf(sweepPrices(pool)).map(onPlot) },
    { name: "random mix", style: "dashed", points: randomMix(pool).map(onPlot) },
    {
      name: "single models",
      style: "dots",
      points: pointsOf({
        settings: pool.models.map((_, model) => model),
        outcomes: pool.models.map((_, model) => outcomeOf(pool, always(pool, model))),
        strongest: outcomeOf(pool, always(pool, pool.strongest)),
      }).map(onPlot),
    },
  ],
});
