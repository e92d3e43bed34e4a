import { Index, Show } from "solid-js";
import { formatUsdTotal } from "../../../../../core/contract/money";
import { Swatch } from "../../../charts/swatch";
import styles from "./spend-trend.module.css";
import type { Series, Trend } from "./trend-model";

/** What the colors are; each entry is a filter, and takes it back. */
export const TrendLegend = (props: {
  readonly trend: Trend;
  /** Whether the page is filtered by a value. */
  readonly isChosen: (series: Series) => boolean;
  readonly onChoose: (series: Series) => void;
}) => (
  <ul class={styles.legend} aria-label="Series">
    <Index each={props.trend.series}>
      {(series) => (
        <li>
          <button
            type="button"
            class={styles.entry}
            aria-pressed={props.isChosen(series())}
            data-series={series().label}
            data-color={series().color}
            onClick={() => props.onChoose(series())}
          >
            <Swatch series={series().color} />
            <span class={styles.entryName}>{series().label}</span>
            <span class="muted">{formatUsdTotal(series().cost)}</span>
          </button>
        </li>
      )}
    </Index>
    <Show when={props.trend.buckets.some(({ previous }) => previous)}>
      <li class={styles.mark}>
        <Swatch series="line" />
        previous period
      </li>
    </Show>
    <Show when={props.trend.buckets.at(-1)?.unfinished}>
      <li class={styles.mark}>
        <Swatch series="soFar" />
        so far
      </li>
    </Show>
  </ul>
);
