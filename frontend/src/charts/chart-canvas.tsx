import type { Chart, ChartConfiguration, ChartType } from "chart.js";
import { createEffect, createSignal, on, onCleanup, onMount, untrack } from "solid-js";
import { shownTheme } from "../state/theme";
import styles from "./chart-canvas.module.css";

/**
 * A drawing by chart.js, which is loaded when the first one is needed. The canvas is hidden from
 * screen readers: whoever draws a chart gives its table as well.
 *
 * @param config - read again when what it reads changes, and when the theme does; the drawing is
 *   changed in place. Its type stays what it is.
 * @param height - CSS pixels; the width follows the page.
 */
export const ChartCanvas = <Kind extends ChartType>(props: {
  readonly load: () => Promise<typeof Chart>;
  readonly config: () => ChartConfiguration<Kind>;
  readonly height: number;
  /** The chart as it stands, each time it was laid out: also when its size changed. */
  readonly onDrawn?: (chart: Chart<Kind>) => void;
}) => {
  let canvas: HTMLCanvasElement | undefined;
  let chart: Chart<Kind> | undefined;
  const [library, setLibrary] = createSignal<typeof Chart>();
  let gone = false;

  const drawn = {
    id: "drawn",
    afterUpdate: (shown: unknown) => untrack(() => props.onDrawn?.(shown as Chart<Kind>)),
  };
  onMount(() => {
    void props.load().then((loaded) => {
      if (!gone) setLibrary(() => loaded);
    });
  });
  createEffect(
    on([library, () => props.config(), shownTheme], ([Library, config]) => {
      if (!Library || !canvas) return;
      if (chart) {
        chart.data = config.data;
        if (config.options) chart.options = config.options;
        chart.update("none");
      } else {
        const plugins = [...(config.plugins ?? []), drawn];
        chart = new Library(canvas, { ...config, plugins });
      }
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
