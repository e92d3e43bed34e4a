import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { AnswerOf } from "../../../../core/contract/operation";
import { acceptedQuality } from "../../../../core/contract/routing-mode";
import type { simulate } from "../../../../core/contract/simulator";
import { Badge } from "../../components/badge";
import { Money } from "../../components/money";
import { Notice } from "../../components/notice";
import { type Column, Table } from "../../components/table";
import { formatCount, formatPlural } from "../../format/count";
import { formatShare } from "../../format/share";
import type { Filters } from "../../state/filters";
import { useWorkspace } from "../../state/workspace";
import { CostBar } from "./cost-bar";
import { modeTexts, promiseText } from "./mode-texts";
import { requestsHref } from "./requests-href";
import styles from "./routing.module.css";

export type Simulated = AnswerOf<typeof simulate>;
export type SimulatedMode = Simulated["modes"][number];

const quality = (percent: number | null): string =>
  percent === null ? "—" : `${percent.toFixed(1)}%`;

/** Cost, saving and quality of the same requests in each mode. */
export const ModeTable = (props: {
  readonly answer: Simulated;
  readonly filters: Filters<"key" | "customer">;
}) => {
  const { organization } = useWorkspace();
  const largest = () =>
    props.answer.modes.reduce((most, { cost }) => (BigInt(cost) > most ? BigInt(cost) : most), 0n);
  const columns: readonly Column<SimulatedMode>[] = [
    {
      id: "mode",
      title: "Mode",
      names: true,
      cell: (row) => (
        <span class={styles.mode}>
          {modeTexts[row.mode].title}
          <Show when={organization().routingMode === row.mode}>
            <Badge tone="accent">In use</Badge>
          </Show>
        </span>
      ),
    },
    {
      id: "cost",
      title: "Cost",
      end: true,
      cell: (row) => (
        <span class={styles.cost}>
          <CostBar cost={row.cost} largest={largest()} />
          <Money pico={row.cost} total />
        </span>
      ),
    },
    {
      id: "saved",
      title: "Saved",
      end: true,
      cell: (row) => (
        <>
          <Money pico={row.saved} total />
          <Show when={row.saved.startsWith("-")}>
            <span class="muted small"> costs more</span>
          </Show>
        </>
      ),
    },
    {
      id: "moved",
      title: "Moved",
      end: true,
      cell: (row) => (
        <>
          {formatCount(row.moved)}
          <span class="muted small"> {formatShare(row.moved, props.answer.compared)}</span>
        </>
      ),
    },
    {
      id: "quality",
      title: "Quality kept",
      end: true,
      cell: (mode) => (
        <>
          {quality(mode.quality)}
          <span class="muted small"> promise {mode.promise}%</span>
        </>
      ),
    },
    { id: "refused", title: "Refused", end: true, cell: ({ refused }) => formatCount(refused) },
    { id: "unpriced", title: "Unpriced", end: true, cell: ({ unpriced }) => formatCount(unpriced) },
  ];
  return (
    <>
      <p class={styles.note}>
        <A
          href={requestsHref(props.answer.period, {
            key: props.filters.get("key"),
            customer: props.filters.get("customer"),
          })}
        >
          {formatPlural(props.answer.requests, "request")}
        </A>
        , of which {formatCount(props.answer.compared)} could be replayed; these were billed{" "}
        <strong>
          <Money pico={props.answer.billed} total />
        </strong>
        . Saved is against that bill.
      </p>
      <Show when={props.answer.sampled}>
        <div class={styles.note}>
          <Notice tone="warning">
            Sampled: there were more requests than can be replayed at once, so only the newest{" "}
            {formatCount(props.answer.requests)} of the period are in these figures.
          </Notice>
        </div>
      </Show>
      <Table
        caption="Cost and quality of the same requests in each mode"
        columns={columns}
        rows={props.answer.modes}
      />
      <p class={`${styles.note} muted small`}>
        Quality kept is the mean of what the router predicts, and it is cautious: models that would
        take another's place look weaker than they are, so it may read lower than the promise, which
        is about measured quality. A single request must be predicted to keep{" "}
        {promiseText(acceptedQuality.quality)} in Quality, {promiseText(acceptedQuality.balanced)}{" "}
        in Balanced and {promiseText(acceptedQuality.cost)} in Cost.
      </p>
    </>
  );
};
