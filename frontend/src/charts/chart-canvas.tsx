import type { Chart, ChartConfiguration, ChartType } from "chart.js";
import { createEffect, createSignal, on, onCleanup, onMount, untrack } from "solid-js";
import { shownTheme } from "../state/theme";
import styles from "./chart-canvas.module.css";

/**
 * A drawing by chart.js, which is loaded when the first one is needed. The canvas is hidden from
 * screen readers: whoever draws a chart gives its table as well.
 *
 * @param config - read again when what it reads changes, and when the theme does.
 * @param height - CSS pixels; the width follows the page.
 */
export const ChartCanvas = <Kind extends ChartType>(props: {
  readonly load: () => Promise<typeof Chart>;
  readonly config: () => ChartConfiguration<Kind>;
  readonly height: number;
  /** The chart as it stands, each time it was drawn anew. */
  readonly onDrawn?: (chart: Chart<Kind>) => void;
}) => {
  let canvas: HTMLCanvasElement | undefined;
  let chart: Chart<Kind> | undefined;
  const [library, setLibrary] = createSignal<typeof Chart>();
  let gone = false;

  onMount(() => {
    void props.load().then((loaded) => {
      if (!gone) setLibrary(() => loaded);
    });
  });
  createEffect(
    on([library, () => props.config(), shownTheme], ([Library, config]) => {
      if (!Library || !canvas) return;
      chart?.destroy();
      chart = new Library(canvas, config);
      untrack(() => {
        if (chart) props.onDrawn?.(chart);
      });
    }),
  );
  onCleanup(() => {
    gone = true;
    chart?.destroy();
  });
  return (
    <div class={styles.frame} aria-hidden="true" style={{ "block-size": `${props.height}px` }}>
      <canvas ref={canvas} />
    </div>
  );
};
