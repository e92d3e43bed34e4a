import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { CrossingAnswer, listCrossings } from "../../../../core/contract/alerts";
import { formatUsdTotal } from "../../../../core/contract/money";
import type { AnswerOf } from "../../../../core/contract/operation";
import type { Asked } from "../../api/use-operation";
import { Badge } from "../../components/badge";
import { Money } from "../../components/money";
import { Answered, Panel } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { EmptyState } from "../../components/states";
import { type Column, Table } from "../../components/table";
import { TimeText } from "../../components/time-text";
import { picoOf } from "../../format/typed-usd";
import styles from "./alerts.module.css";
import { crossingSearch } from "./window-minutes";

const columns: readonly Column<CrossingAnswer>[] = [
  { id: "at", title: "Fired", names: true, cell: (crossing) => <TimeText at={crossing.at} /> },
  {
    id: "ended",
    title: "Ended",
    cell: (crossing) => (
      <Show when={crossing.endedAt} fallback={<Badge tone="danger">Still above</Badge>}>
        {(at) => <TimeText at={at()} />}
      </Show>
    ),
  },
  {
    id: "peak",
    title: "Peak",
    end: true,
    cell: (crossing) => <Money pico={crossing.peak} total />,
  },
  {
    id: "threshold",
    title: "Threshold",
    end: true,
    cell: (crossing) => formatUsdTotal(picoOf(crossing.thresholdMicroUsd)),
  },
  {
    id: "customer",
    title: "Customer",
    cell: (crossing) => crossing.customer ?? <span class="muted">Untagged</span>,
  },
  {
    id: "recipients",
    title: "Recipients",
    cell: (crossing) => <span class={styles.addresses}>{crossing.recipients.join(", ")}</span>,
  },
  {
    id: "requests",
    title: "Requests",
    untitled: true,
    end: true,
    cell: (crossing) => (
      <A href={`/requests?${crossingSearch(crossing.at)}`} class={styles.rowLink ?? ""}>
        Requests of that hour
      </A>
    ),
  },
];

/** When the alert fired, newest first. */
export const CrossingsPanel = (props: {
  readonly crossings: Asked<AnswerOf<typeof listCrossings>>;
}) => (
  <Panel title="Crossings" flush>
    <Answered
      what="crossings"
      asked={props.crossings}
      skeleton={
        <div class={styles.waiting}>
          <SkeletonLines lines={3} height={28} />
        </div>
      }
    >
      {(answer) => (
        <Show
          when={answer().crossings.length > 0}
          fallback={
            <EmptyState title="Never crossed">
              Once spend passes the threshold, each crossing is listed here with who was told.
            </EmptyState>
          }
        >
          <Table caption="When the alert fired" columns={columns} rows={answer().crossings} />
        </Show>
      )}
    </Answered>
  </Panel>
);
