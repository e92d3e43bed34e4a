import { createSignal, For, onMount, Show } from "solid-js";
import styles from "./chart-tooltip.module.css";
import { Swatch } from "./swatch";
import type { SeriesNumber } from "./token-color";

export type TooltipLine = {
  readonly name: string;
  readonly value: string;
  readonly series?: SeriesNumber | "line";
  readonly strong?: boolean;
};

const gap = 12;

/** Beside the pointer or what has the focus, on whichever side it fits; charts' tables say the same. */
export const ChartTooltip = (props: {
  /** CSS pixels from the frame's upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly frame: { readonly width: number; readonly height: number };
  readonly title: string;
  readonly lines: readonly TooltipLine[];
}) => {
  let box: HTMLDivElement | undefined;
  const [size, setSize] = createSignal({ width: 0, height: 0 });
  onMount(() => {
    if (box) setSize({ width: box.offsetWidth, height: box.offsetHeight });
  });
  const left = () => {
    const right = props.x + gap;
    const fits = right + size().width <= props.frame.width;
    return Math.max(0, fits ? right : props.x - gap - size().width);
  };
  const top = () => Math.max(0, Math.min(props.y, props.frame.height - size().height));
  return (
    <div
      ref={box}
      class={styles.tooltip}
      role="tooltip"
      style={{ translate: `${left()}px ${top()}px` }}
    >
      <div class={styles.title}>{props.title}</div>
      <For each={props.lines}>
        {(line) => (
          <div class={`${styles.line} ${line.strong ? styles.strong : ""}`}>
            <Show when={line.series}>{(series) => <Swatch series={series()} />}</Show>
            <span class={styles.name}>{line.name}</span>
            <span>{line.value}</span>
          </div>
        )}
      </For>
    </div>
  );
};
