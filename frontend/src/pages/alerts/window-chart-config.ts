import type { ChartConfiguration, ScriptableContext } from "chart.js";
import { formatUsd } from "../../../../core/contract/money";
import { amountAxis, categoryAxis, chartLook } from "../../charts/chart-look";
import { hatch } from "../../charts/hatch";
import { seriesColor, tokenColor } from "../../charts/token-color";
import { formatTime } from "../../format/time";
import { picoOf } from "../../format/typed-usd";
import type { WindowMinute } from "./window-minutes";

export type WindowDrawn = {
  readonly minutes: readonly WindowMinute[];
  readonly thresholdMicroUsd: number;
  readonly timeZone: string;
};

type Kind = "bar" | "line";

const picoPerUsd = 1e12;

/** For drawing alone: a pixel does not tell the rest. */
const usdOf = (pico: bigint): number => Number(pico) / picoPerUsd;

const axisText = (usd: number): string => formatUsd(BigInt(Math.round(usd * picoPerUsd)));

const barsOf = (minutes: readonly WindowMinute[]) => {
  const color = seriesColor(1);
  const running = hatch(tokenColor("--surface"), color);
  const isRunning = ({ dataIndex }: ScriptableContext<"bar">) =>
    minutes[dataIndex]?.isRunning === true;
  return {
    type: "bar" as const,
    yAxisID: "minute",
    data: minutes.map(({ cost }) => usdOf(cost)),
    backgroundColor: (context: ScriptableContext<"bar">) => (isRunning(context) ? running : color),
    borderColor: color,
    borderWidth: (context: ScriptableContext<"bar">) => (isRunning(context) ? 1 : 0),
    categoryPercentage: 0.8,
    barPercentage: 1,
  };
};

const lineOf = (data: readonly number[]) => ({
  type: "line" as const,
  yAxisID: "sum",
  data: [...data],
  pointRadius: 0,
});

const datasetsOf = ({ minutes, thresholdMicroUsd }: WindowDrawn) => {
  const threshold = usdOf(picoOf(thresholdMicroUsd));
  return [
    barsOf(minutes),
    {
      ...lineOf(minutes.map(({ sum }) => usdOf(sum))),
      borderColor: seriesColor(2),
      borderWidth: 2,
      stepped: "middle" as const,
    },
    ...(thresholdMicroUsd === 0
      ? []
      : [
          {
            ...lineOf(minutes.map(() => threshold)),
            borderColor: tokenColor("--danger"),
            borderWidth: 1.5,
            borderDash: [6, 4],
          },
        ]),
  ];
};

/** Two axes, one above the other: a minute's cents would be lost beside the hour's dollars. */
const axesOf = () => {
  const axis = amountAxis(axisText);
  const titled = (text: string) => ({
    display: true,
    text,
    color: tokenColor("--muted"),
    font: axis.ticks.font,
  });
  return {
    x: categoryAxis(),
    minute: {
      ...axis,
      type: "linear" as const,
      stack: "amounts",
      stackWeight: 1,
      title: titled("A minute"),
      ticks: {
        ...axis.ticks,
        maxTicksLimit: 4,
        // The highest would stand on the other axis' lowest.
        callback: (usd: string | number, index: number, ticks: readonly unknown[]) =>
          index === ticks.length - 1 ? "" : axisText(Number(usd)),
      },
    },
    sum: {
      ...axis,
      type: "linear" as const,
      stack: "amounts",
      stackWeight: 2,
      title: titled("Sum"),
    },
  };
};

/** Above the hour's sum as it grew, with the threshold; below what each minute cost. */
export const windowChartConfig = (drawn: WindowDrawn): ChartConfiguration<Kind> => ({
  type: "bar",
  data: {
    labels: drawn.minutes.map(({ start }) => formatTime(start, drawn.timeZone, "minute")),
    datasets: datasetsOf(drawn),
  },
  options: { ...chartLook(), scales: axesOf() },
});
