import type { ChartConfiguration, ScriptableContext, TooltipOptions } from "chart.js";
import { formatUsd, formatUsdTotal } from "../../../../core/contract/money";
import { seriesColor, tokenColor } from "../../charts/token-color";
import { formatTime } from "../../format/time";
import { hatching } from "./hatching";
import { picoOf } from "./threshold-text";
import type { WindowMinute } from "./window-minutes";

const picoPerUsd = 1e12;

/** For drawing alone: a pixel does not tell the rest. */
const usdOf = (pico: bigint): number => Number(pico) / picoPerUsd;

/** An axis' figure in USD. */
const tickText = (usd: number | string): string =>
  formatUsd(BigInt(Math.round(Number(usd) * picoPerUsd)));

export type WindowDrawn = {
  readonly minutes: readonly WindowMinute[];
  readonly thresholdMicroUsd: number;
  readonly timeZone: string;
};

const clockOf = ({ timeZone }: WindowDrawn, minute: WindowMinute): string =>
  formatTime(minute.start, timeZone, "minute");

const datasetsOf = ({ minutes, thresholdMicroUsd }: WindowDrawn) => {
  const accent = seriesColor(1);
  const running = hatching(accent);
  const fill = (context: ScriptableContext<"bar">) =>
    minutes[context.dataIndex]?.isRunning ? running : accent;
  const line = { type: "line" as const, yAxisID: "sum", pointRadius: 0, pointHitRadius: 0 };
  const threshold = {
    ...line,
    label: "Threshold",
    data: minutes.map(() => usdOf(picoOf(thresholdMicroUsd))),
    borderColor: tokenColor("--danger"),
    borderWidth: 1.5,
    borderDash: [6, 4],
  };
  return [
    {
      type: "bar" as const,
      label: "A minute",
      yAxisID: "minute",
      data: minutes.map(({ cost }) => usdOf(cost)),
      backgroundColor: fill,
      borderColor: accent,
      borderWidth: (context: ScriptableContext<"bar">) =>
        minutes[context.dataIndex]?.isRunning ? 1 : 0,
      barPercentage: 1,
      categoryPercentage: 0.8,
    },
    {
      ...line,
      label: "Sum",
      data: minutes.map(({ sum }) => usdOf(sum)),
      borderColor: seriesColor(2),
      borderWidth: 2,
      stepped: "middle" as const,
    },
    ...(thresholdMicroUsd > 0 ? [threshold] : []),
  ];
};

const axesOf = () => {
  const muted = tokenColor("--muted");
  const line = tokenColor("--line");
  const money = {
    type: "linear" as const,
    stack: "one above the other",
    beginAtZero: true,
    border: { display: false },
    grid: { color: line },
  };
  return {
    x: {
      grid: { display: false },
      border: { color: line },
      ticks: { color: muted, maxRotation: 0, autoSkipPadding: 24 },
    },
    minute: {
      ...money,
      stackWeight: 1,
      title: { display: true, text: "a minute", color: muted },
      ticks: { color: muted, maxTicksLimit: 3, callback: tickText },
    },
    sum: {
      ...money,
      stackWeight: 2,
      // Room between the two, so that a figure of one is not read as the other's.
      grace: "8%",
      title: { display: true, text: "sum", color: muted },
      ticks: { color: muted, maxTicksLimit: 5, callback: tickText },
    },
  };
};

const tooltipOf = (drawn: WindowDrawn): Partial<TooltipOptions<"bar">> => {
  const minuteAt = (index: number | undefined) => drawn.minutes[index ?? -1];
  return {
    backgroundColor: tokenColor("--text"),
    titleColor: tokenColor("--bg"),
    bodyColor: tokenColor("--bg"),
    displayColors: false,
    callbacks: {
      title: ([item]) => {
        const minute = minuteAt(item?.dataIndex);
        if (!minute) return "";
        return `${clockOf(drawn, minute)}${minute.isRunning ? ", so far" : ""}`;
      },
      label: ({ dataIndex, datasetIndex }) => {
        const minute = minuteAt(dataIndex);
        if (!minute) return "";
        if (datasetIndex === 0) return `This minute ${formatUsd(minute.cost)}`;
        return datasetIndex === 1
          ? `Sum up to it ${formatUsdTotal(minute.sum)}`
          : `Threshold ${formatUsdTotal(picoOf(drawn.thresholdMicroUsd))}`;
      },
    },
  } as Partial<TooltipOptions<"bar">>;
};

/** Above the window's sum as it grew, with the threshold; below what each minute cost. */
export const windowChartConfig = (drawn: WindowDrawn): ChartConfiguration<"bar"> =>
  ({
    type: "bar",
    data: {
      labels: drawn.minutes.map((minute) => clockOf(drawn, minute)),
      datasets: datasetsOf(drawn),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      scales: axesOf(),
      plugins: { legend: { display: false }, tooltip: tooltipOf(drawn) },
    },
  }) as unknown as ChartConfiguration<"bar">;
