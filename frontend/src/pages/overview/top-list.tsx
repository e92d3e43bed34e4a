import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { getBreakdown } from "../../../../core/contract/usage";
import { useOperation } from "../../api/use-operation";
import { Button } from "../../components/button";
import { Money } from "../../components/money";
import { Answered, Panel } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { EmptyState } from "../../components/states";
import { type Column, Table } from "../../components/table";
import { formatCount } from "../../format/count";
import { formatMoneyShare } from "../../format/share";
import styles from "./overview.module.css";
import { type Overview, refreshMs } from "./overview-state";
import type { MapEntry } from "./spend-map/map-level";
import { savedText } from "./spend-map/map-tooltip";

const fewRows = 6;
/** As many as the API lists. */
const mostRows = 1_000;

const columnsOf = (
  overview: Overview,
  by: "customer" | "feature",
  whole: string,
): readonly Column<MapEntry>[] => [
  {
    id: "name",
    title: "Name",
    names: true,
    cell: (row) => (
      <A
        class={styles.topName ?? ""}
        href={overview.rows({ [by]: [row.value] })}
        aria-label={`${row.label}, open its requests`}
      >
        {row.label}
      </A>
    ),
  },
  { id: "spend", title: "Spend", end: true, cell: (row) => <Money pico={row.totals.cost} total /> },
  {
    id: "share",
    title: "Share",
    end: true,
    cell: (row) => formatMoneyShare(row.totals.cost, whole),
  },
  { id: "saved", title: "Saved", end: true, cell: (row) => savedText(row.totals) },
];

/** Who, or what, costs the most. */
export const TopList = (props: {
  readonly overview: Overview;
  readonly by: "customer" | "feature";
  readonly title: string;
}) => {
  const [all, setAll] = createSignal(false);
  const asked = useOperation(
    getBreakdown,
    () => ({
      query: {
        ...props.overview.query(),
        by: props.by,
        limit: String(all() ? mostRows : fewRows),
      },
    }),
    () => ({ everyMs: refreshMs }),
  );
  const others = () => asked.data?.other?.values ?? 0;
  return (
    <Panel
      title={props.title}
      flush
      actions={
        <Show when={all() || others() > 0}>
          <Button look="ghost" onClick={() => setAll(!all())}>
            {all()
              ? "Show fewer"
              : `Show all (${formatCount(others() + (asked.data?.rows.length ?? 0))})`}
          </Button>
        </Show>
      }
    >
      <Answered
        what={`the ${props.title.toLowerCase()}`}
        asked={asked}
        skeleton={
          <div class={styles.topSkeleton}>
            <SkeletonLines lines={fewRows} height={28} />
          </div>
        }
      >
        {(answer) => (
          <Show
            when={answer().rows.length > 0}
            fallback={<EmptyState title={`No ${props.by} in this period.`} />}
          >
            <Table
              caption={props.title}
              columns={columnsOf(props.overview, props.by, answer().totals.cost)}
              rows={answer().rows}
            />
          </Show>
        )}
      </Answered>
    </Panel>
  );
};
