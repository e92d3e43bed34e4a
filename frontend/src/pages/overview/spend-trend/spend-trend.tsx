import { Match, Show, Switch } from "solid-js";
import { type UsageDimension, usageDimensions } from "../../../../../core/contract/usage";
import { ChoiceButtons } from "../../../components/choice-buttons";
import { Answered, Panel } from "../../../components/panel";
import { SelectField } from "../../../components/select-field";
import { Skeleton } from "../../../components/skeleton";
import { EmptyState, NoMatch } from "../../../components/states";
import type { Overview } from "../overview-state";
import styles from "./spend-trend.module.css";
import { TrendChart } from "./trend-chart";
import { TrendLegend } from "./trend-legend";
import type { Trend } from "./trend-model";
import { TrendTable } from "./trend-table";
import { type SpendTrendState, useSpendTrend } from "./use-spend-trend";

/** CSS pixels: of the chart, and of what stands in its place. */
const height = 320;

const dimensionOptions = usageDimensions.map((value: UsageDimension) => ({
  value,
  label: `by ${value}`,
}));
const views = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;
const intervals = [
  { value: "hour", label: "Hour" },
  { value: "day", label: "Day" },
] as const;

const Controls = (props: { readonly state: SpendTrendState }) => (
  <>
    <SelectField
      label="Broken down"
      hideLabel
      value={props.state.by.get()}
      options={dimensionOptions}
      onChange={props.state.by.set}
    />
    <Show when={props.state.mayHours()}>
      <ChoiceButtons
        label="By hour or day"
        value={props.state.trend()?.interval ?? "day"}
        options={intervals}
        onChange={props.state.setInterval}
      />
    </Show>
    <label class={styles.check}>
      <input
        type="checkbox"
        checked={props.state.previous.get() === "true"}
        onChange={(event) =>
          props.state.previous.set(event.currentTarget.checked ? "true" : "false")
        }
      />
      Previous
    </label>
    <ChoiceButtons
      label="Show as"
      value={props.state.view.get()}
      options={views}
      onChange={props.state.view.set}
    />
  </>
);

const isEmpty = (trend: Trend): boolean =>
  trend.buckets.every(({ totals }) => totals.requests === 0);

/** How spend went, hour by hour or day by day. */
export const SpendTrend = (props: { readonly overview: Overview }) => {
  const state = useSpendTrend(props.overview);
  const skeleton = () => (
    <>
      <div class={styles.legendRoom} />
      <Skeleton height={height} />
    </>
  );
  return (
    <Panel title="Spend Trend" actions={<Controls state={state} />}>
      <Answered what="the trend" asked={state.asked} skeleton={skeleton()}>
        {() => (
          <Show when={state.trend()}>
            {(trend) => (
              <Switch>
                <Match when={isEmpty(trend())}>
                  <div class={styles.empty}>
                    <Show
                      when={props.overview.filters.any()}
                      fallback={<EmptyState title="No traffic in this period." />}
                    >
                      <NoMatch onClear={() => props.overview.filters.clear()} />
                    </Show>
                  </div>
                </Match>
                <Match when={true}>
                  <TrendLegend trend={trend()} isChosen={state.isChosen} onChoose={state.choose} />
                  <Show
                    when={state.view.get() === "chart"}
                    fallback={<TrendTable trend={trend()} hrefOf={state.rowsOf} />}
                  >
                    <TrendChart
                      trend={trend()}
                      height={height}
                      onZoom={state.zoom}
                      onOpen={(bucket, series) => state.open(bucket, series)}
                    />
                  </Show>
                </Match>
              </Switch>
            )}
          </Show>
        )}
      </Answered>
    </Panel>
  );
};
