import type { Chart } from "chart.js";
import { Show } from "solid-js";
import { ChartCanvas } from "../../../charts/chart-canvas";
import { ChartTooltip } from "../../../charts/chart-tooltip";
import { loadBars } from "../../../charts/load-charts";
import styles from "./spend-trend.module.css";
import { trendConfig } from "./trend-config";
import type { Bucket, Series, Trend } from "./trend-model";
import { bucketLines, bucketTitle } from "./trend-tooltip";
import { type Stretch, useDrag } from "./use-drag";

/** Bars to point at, to click for their rows, and to drag over for a closer look. */
export const TrendChart = (props: {
  readonly trend: Trend;
  readonly height: number;
  readonly onZoom: (first: Bucket, last: Bucket) => void;
  /** @param series - undefined where the bar as a whole was meant. */
  readonly onOpen: (bucket: Bucket, series: Series | undefined) => void;
}) => {
  let chart: Chart<"bar" | "line"> | undefined;
  let frame: HTMLDivElement | undefined;

  const barAt = (x: number): number | undefined => {
    const axis = chart?.scales.x;
    if (!axis || x < axis.left || x > axis.right) return undefined;
    const at = axis.getValueForPixel(x);
    return at !== undefined && props.trend.buckets[at] ? at : undefined;
  };
  const seriesAt = (event: PointerEvent): Series | undefined => {
    const [hit] =
      chart?.getElementsAtEventForMode(event, "nearest", { intersect: true }, false) ?? [];
    return hit && props.trend.series[hit.datasetIndex];
  };
  const drag = useDrag({
    barAt,
    onStretch: ({ first, last }: Stretch) => {
      const [from, to] = [props.trend.buckets[first], props.trend.buckets[last]];
      if (from && to) props.onZoom(from, to);
    },
    onClick: (bar, event) => {
      const bucket = props.trend.buckets[bar];
      if (bucket) props.onOpen(bucket, seriesAt(event));
    },
  });
  const veil = (stretch: Stretch) => {
    const axis = chart?.scales.x;
    if (!axis) return { left: 0, width: 0 };
    const half = axis.width / Math.max(1, props.trend.buckets.length) / 2;
    const left = axis.getPixelForValue(stretch.first) - half;
    return { left, width: axis.getPixelForValue(stretch.last) + half - left };
  };
  return (
    <div class={styles.chart} ref={frame}>
      <ChartCanvas<"bar" | "line">
        load={loadBars}
        config={() => trendConfig(props.trend)}
        height={props.height}
        onDrawn={(drawn) => {
          chart = drawn;
        }}
      />
      <div
        class={styles.overlay}
        data-chart="trend"
        onPointerDown={drag.onPointerDown}
        onPointerMove={drag.onPointerMove}
        onPointerUp={drag.onPointerUp}
        onPointerCancel={drag.onPointerCancel}
        onPointerLeave={drag.onPointerLeave}
      >
        <Show when={drag.dragged()}>
          {(stretch) => (
            <div
              class={styles.veil}
              style={{
                "inset-inline-start": `${veil(stretch()).left}px`,
                "inline-size": `${veil(stretch()).width}px`,
              }}
            />
          )}
        </Show>
      </div>
      <Show when={drag.dragged() ? undefined : drag.pointed()}>
        {(place) => (
          <Show when={props.trend.buckets[place().bar]}>
            {(bucket) => (
              <ChartTooltip
                x={place().x}
                y={8}
                frame={{ width: frame?.clientWidth ?? 0, height: props.height }}
                title={bucketTitle(bucket())}
                lines={bucketLines(props.trend, place().bar)}
              />
            )}
          </Show>
        )}
      </Show>
    </div>
  );
};
