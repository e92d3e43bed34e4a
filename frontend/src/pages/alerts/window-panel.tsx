import { A } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import type { AlertAnswer } from "../../../../core/contract/alerts";
import { formatUsdTotal } from "../../../../core/contract/money";
import type { Asked } from "../../api/use-operation";
import { ChoiceButtons } from "../../components/choice-buttons";
import { Money } from "../../components/money";
import { Answered, Panel } from "../../components/panel";
import { Skeleton } from "../../components/skeleton";
import { TimeText } from "../../components/time-text";
import { formatShare } from "../../format/share";
import { picoOf } from "../../format/typed-usd";
import { useWorkspace } from "../../state/workspace";
import styles from "./alerts.module.css";
import { WindowChart } from "./window-chart";
import { windowMinutes, windowSearch } from "./window-minutes";
import { WindowTable } from "./window-table";

const chartHeight = 260;

/** "of $5.00, 42.0%" */
const ofThreshold = (sum: string, thresholdMicroUsd: number): string => {
  if (thresholdMicroUsd === 0) return "no threshold is set";
  const threshold = picoOf(thresholdMicroUsd);
  return `of ${formatUsdTotal(threshold)}, ${formatShare(Number(sum), Number(threshold))}`;
};

const Legend = (props: { readonly threshold: boolean }) => (
  <ul class={styles.legend}>
    <li>
      <span class={styles.sumMark} aria-hidden="true" />
      Sum of the hour as it grew
    </li>
    <Show when={props.threshold}>
      <li>
        <span class={styles.thresholdMark} aria-hidden="true" />
        Threshold
      </li>
    </Show>
    <li>
      <span class={styles.minuteMark} aria-hidden="true" />
      Each minute
    </li>
    <li>
      <span class={styles.runningMark} aria-hidden="true" />
      This minute, so far
    </li>
  </ul>
);

const Figure = (props: { readonly alert: AlertAnswer }) => (
  <p class={styles.figure}>
    <A
      class={styles.sum ?? ""}
      href={`/requests?${windowSearch(props.alert.minutes)}`}
      aria-label={`${formatUsdTotal(BigInt(props.alert.sum))} in the last 60 minutes: open its requests`}
    >
      <Money pico={props.alert.sum} total />
    </A>
    <span class="muted">{ofThreshold(props.alert.sum, props.alert.thresholdMicroUsd)}</span>
  </p>
);

/** The spend that is held against the threshold at the moment. */
export const WindowPanel = (props: { readonly alert: Asked<AlertAnswer> }) => {
  const { organization } = useWorkspace();
  const [look, setLook] = createSignal<"chart" | "table">("chart");
  const minutes = createMemo(() => windowMinutes(props.alert.data?.minutes ?? []));
  const drawn = createMemo(() => ({
    minutes: minutes(),
    thresholdMicroUsd: props.alert.data?.thresholdMicroUsd ?? 0,
    timeZone: organization().timeZone,
  }));
  const asOf = () => props.alert.answeredAt;
  return (
    <Panel
      title="Last 60 minutes"
      actions={
        <>
          <Show when={asOf() > 0}>
            <span class="muted small">
              as of <TimeText at={new Date(asOf()).toISOString()} look="time" />
            </span>
          </Show>
          <ChoiceButtons
            label="Show as"
            value={look()}
            options={[
              { value: "chart", label: "Chart" },
              { value: "table", label: "Table" },
            ]}
            onChange={setLook}
          />
        </>
      }
    >
      <Answered
        what="the spend of the last 60 minutes"
        asked={props.alert}
        skeleton={<Skeleton height={chartHeight + 68} />}
      >
        {(alert) => (
          <>
            <Figure alert={alert()} />
            <Show when={look() === "chart"} fallback={<WindowTable minutes={minutes()} />}>
              <WindowChart drawn={drawn()} height={chartHeight} />
              <Legend threshold={alert().thresholdMicroUsd > 0} />
            </Show>
          </>
        )}
      </Answered>
    </Panel>
  );
};
