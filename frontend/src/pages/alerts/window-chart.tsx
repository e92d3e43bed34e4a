import type { Chart } from "chart.js";
import { createSignal, Show } from "solid-js";
import { formatUsd, formatUsdTotal } from "../../../../core/contract/money";
import { ChartCanvas } from "../../charts/chart-canvas";
import { ChartTooltip, type TooltipLine } from "../../charts/chart-tooltip";
import { loadBars } from "../../charts/load-charts";
import { formatTime } from "../../format/time";
import { picoOf } from "../../format/typed-usd";
import styles from "./alerts.module.css";
import { type WindowDrawn, windowChartConfig } from "./window-chart-config";
import type { WindowMinute } from "./window-minutes";

const linesOf = (minute: WindowMinute, thresholdMicroUsd: number): readonly TooltipLine[] => [
  { name: "This minute", value: formatUsd(minute.cost), series: 1 },
  { name: "Sum up to it", value: formatUsdTotal(minute.sum), series: 2 },
  ...(thresholdMicroUsd === 0
    ? []
    : [{ name: "Threshold", value: formatUsdTotal(picoOf(thresholdMicroUsd)) }]),
];

/** The last 60 minutes, to be pointed at. */
export const WindowChart = (props: {
  readonly drawn: WindowDrawn;
  /** CSS pixels. */
  readonly height: number;
}) => {
  let chart: Chart<"bar" | "line"> | undefined;
  let frame: HTMLDivElement | undefined;
  const [pointed, setPointed] = createSignal<{ readonly x: number; readonly index: number }>();
  const point = (event: PointerEvent) => {
    const axis = chart?.scales.x;
    const isInside = axis && event.offsetX >= axis.left && event.offsetX <= axis.right;
    const index = isInside ? axis.getValueForPixel(event.offsetX) : undefined;
    setPointed(index === undefined ? undefined : { x: event.offsetX, index });
  };
  const minuteOf = (index: number) => props.drawn.minutes[index];
  const titleOf = ({ start, isRunning }: WindowMinute) =>
    `${formatTime(start, props.drawn.timeZone, "minute")}${isRunning ? ", so far" : ""}`;
  return (
    <div class={styles.chart} ref={frame}>
      <ChartCanvas<"bar" | "line">
        load={loadBars}
        config={() => windowChartConfig(props.drawn)}
        height={props.height}
        onDrawn={(shown) => {
          chart = shown;
        }}
      />
      <div
        class={styles.overlay}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setPointed(undefined)}
      />
      <Show when={pointed()}>
        {(place) => (
          <Show when={minuteOf(place().index)}>
            {(minute) => (
              <ChartTooltip
                x={place().x}
                y={8}
                frame={{ width: frame?.clientWidth ?? 0, height: props.height }}
                title={titleOf(minute())}
                lines={linesOf(minute(), props.drawn.thresholdMicroUsd)}
              />
            )}
          </Show>
        )}
      </Show>
    </div>
  );
};
