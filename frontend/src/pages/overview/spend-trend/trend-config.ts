import type { ChartConfiguration } from "chart.js";
import { amountAxis, categoryAxis, chartLook } from "../../../charts/chart-look";
import { hatch, seriesFill } from "../../../charts/hatch";
import { seriesColor, tokenColor } from "../../../charts/token-color";
import { formatAxisUsd } from "../../../format/axis-usd";
import { shownTheme } from "../../../state/theme";
import type { Series, Trend } from "./trend-model";

const picoPerUsd = 1e12;

/** To draw, a float is exact enough. @param pico - whole pUSD in decimal digits. */
const toUsd = (pico: string): number => Number(pico) / picoPerUsd;

const barsOf = ({ label, color, points }: Series, { buckets }: Trend) => {
  const fill = seriesFill(color, shownTheme());
  // Laid on the panel, so that stripes let it through.
  const soFar = hatch(tokenColor("--surface"), seriesColor(color));
  return {
    type: "bar" as const,
    label,
    data: points.map(({ cost }) => toUsd(cost)),
    backgroundColor: buckets.map(({ unfinished }) => (unfinished ? soFar : fill)),
    borderColor: tokenColor("--surface"),
    borderWidth: { top: 1 },
    maxBarThickness: 56,
    categoryPercentage: 0.9,
    barPercentage: buckets.length > 60 ? 1 : 0.9,
    order: 1,
  };
};

const lineOf = ({ buckets }: Trend) => ({
  type: "line" as const,
  label: "Previous period",
  data: buckets.map(({ previous }) => (previous ? toUsd(previous.totals.cost) : null)),
  borderColor: tokenColor("--muted"),
  borderWidth: 2,
  borderDash: [4, 4],
  pointRadius: buckets.length === 1 ? 3 : 0,
  order: 0,
});

/** Spend of each bucket as one bar, a piece for each series; the period before as a line. */
export const trendConfig = (trend: Trend): ChartConfiguration<"bar" | "line"> => {
  const hasPrevious = trend.buckets.some(({ previous }) => previous);
  return {
    type: "bar",
    data: {
      labels: trend.buckets.map(({ tick }) => tick),
      datasets: [
        ...trend.series.map((series) => barsOf(series, trend)),
        ...(hasPrevious ? [lineOf(trend)] : []),
      ],
    },
    options: {
      ...chartLook(),
      scales: {
        x: { ...categoryAxis(), stacked: true },
        y: { ...amountAxis(formatAxisUsd), stacked: true },
      },
    },
  };
};
