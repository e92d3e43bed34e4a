import type { Chart, ChartConfiguration } from "chart.js";
import type { TreemapDataPoint } from "chartjs-chart-treemap";
import { chartLook } from "../../../charts/chart-look";
import { seriesFill } from "../../../charts/hatch";
import type { Tile } from "./tiles-of";

type Leaf = { readonly id: string; readonly size: number };

/** Where a tile is: CSS pixels from the drawing's upper left corner. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const leafOf = (point: TreemapDataPoint | undefined): Leaf | undefined =>
  (point as { readonly _data?: Leaf } | undefined)?._data;

/** Tiles as large as their spend, the largest first, one pixel apart; texts are laid over them. */
export const treemapConfig = (
  tiles: readonly Tile[],
  theme: "light" | "dark",
): ChartConfiguration<"treemap"> => {
  const fills = new Map(tiles.map((tile) => [tile.id, seriesFill(tile.color, theme)]));
  const leaves = tiles
    // To draw, a float is exact enough.
    .map(({ id, totals }): Leaf => ({ id, size: Number(totals.cost) }))
    .filter(({ size }) => size > 0);
  return {
    type: "treemap",
    data: {
      datasets: [
        {
          data: [],
          tree: leaves,
          key: "size",
          spacing: 0.5,
          borderWidth: 0,
          borderRadius: 2,
          labels: { display: false },
          captions: { display: false },
          backgroundColor: (context) => fills.get(leafOf(context.raw)?.id ?? "") ?? "transparent",
        },
      ],
    },
    options: chartLook(),
  };
};

/** Where each tile was drawn. */
export const placesOf = (chart: Chart<"treemap">): ReadonlyMap<string, Place> => {
  const points = chart.data.datasets[0]?.data ?? [];
  return new Map(
    chart.getDatasetMeta(0).data.flatMap((element, at) => {
      const leaf = leafOf(points[at]);
      const place = element.getProps(["x", "y", "width", "height"], true) as unknown as Place;
      return leaf ? [[leaf.id, place] as const] : [];
    }),
  );
};
