import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { getBreakdown } from "../../../../../core/contract/usage";
import { useOperation } from "../../../api/use-operation";
import { Money } from "../../../components/money";
import { Answered } from "../../../components/panel";
import { SkeletonLines } from "../../../components/skeleton";
import { type Column, Table } from "../../../components/table";
import { formatCount, formatPlural } from "../../../format/count";
import { formatMoneyShare } from "../../../format/share";
import { type Overview, refreshMs } from "../overview-state";
import type { LevelName, MapEntry } from "./map-level";
import { savedText } from "./map-tooltip";
import styles from "./spend-map.module.css";

const titles: Readonly<Record<LevelName, string>> = {
  customer: "Customer",
  feature: "Feature",
  model: "Model",
};

/** As many as the API lists; more are one row. */
const mostRows = 1_000;

type Row = MapEntry & { readonly kind: "value" | "other" | "total" };

const columnsOf = (
  name: LevelName,
  whole: string,
  open: (value: string) => void,
  rows: Overview["rows"],
): readonly Column<Row>[] => [
  {
    id: "name",
    title: titles[name],
    names: true,
    cell: (row) => (
      <Show when={row.kind === "value"} fallback={row.label}>
        <button type="button" class={styles.nameButton} onClick={() => open(row.value)}>
          {row.label}
        </button>
      </Show>
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
  {
    id: "unpriced",
    title: "Unpriced",
    end: true,
    cell: (row) => formatCount(row.totals.unpriced),
  },
  {
    id: "requests",
    title: "Requests",
    end: true,
    cell: (row) => (
      <Show when={row.kind !== "other"} fallback={formatCount(row.totals.requests)}>
        <A
          href={row.kind === "total" ? rows() : rows({ [name]: [row.value] })}
          aria-label={`${row.label}: ${formatPlural(row.totals.requests, "request")}, open them`}
        >
          {formatCount(row.totals.requests)}
        </A>
      </Show>
    ),
  },
];

/** Every value of the level, and what they come to. */
export const MapTable = (props: {
  readonly overview: Overview;
  readonly name: LevelName;
  readonly onOpen: (value: string) => void;
}) => {
  const asked = useOperation(
    getBreakdown,
    () => ({ query: { ...props.overview.query(), by: props.name, limit: String(mostRows) } }),
    () => ({ everyMs: refreshMs }),
  );
  return (
    <Answered what="spend" asked={asked} skeleton={<SkeletonLines lines={9} height={28} />}>
      {(answer) => {
        const rows = (): readonly Row[] => {
          const { rows: listed, other, totals } = answer();
          return [
            { kind: "total", value: "", label: "All", totals },
            ...listed.map((entry) => ({ ...entry, kind: "value" as const })),
            ...(other
              ? [
                  {
                    kind: "other" as const,
                    value: "",
                    label: `Other (${formatCount(other.values)})`,
                    totals: other.totals,
                  },
                ]
              : []),
          ];
        };
        return (
          <Table
            caption={`Spend by ${answer().by}`}
            columns={columnsOf(props.name, answer().totals.cost, props.onOpen, props.overview.rows)}
            rows={rows()}
          />
        );
      }}
    </Answered>
  );
};
