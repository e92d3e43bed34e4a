import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { Money } from "../../../components/money";
import { type Column, Table } from "../../../components/table";
import { formatCount, formatPlural } from "../../../format/count";
import styles from "./spend-trend.module.css";
import type { Bucket, Trend } from "./trend-model";
import { bucketTitle } from "./trend-tooltip";

type Row = {
  readonly label: string;
  /** undefined: the whole period. */
  readonly bucket: Bucket | undefined;
  readonly cost: string;
  readonly previous: string | undefined;
  readonly requests: number;
  /** pUSD, in the order of the series. */
  readonly costs: readonly string[];
};

const rowsOf = ({ buckets, series }: Trend): readonly Row[] => {
  const sum = (amounts: readonly string[]): string =>
    String(amounts.reduce((all, amount) => all + BigInt(amount), 0n));
  const before = buckets.flatMap(({ previous }) => (previous ? [previous.totals.cost] : []));
  return [
    {
      label: "Whole period",
      bucket: undefined,
      cost: sum(buckets.map(({ totals }) => totals.cost)),
      previous: before.length === 0 ? undefined : sum(before),
      requests: buckets.reduce((all, { totals }) => all + totals.requests, 0),
      costs: series.map(({ cost }) => String(cost)),
    },
    ...buckets.map((bucket, at) => ({
      label: bucketTitle(bucket),
      bucket,
      cost: bucket.totals.cost,
      previous: bucket.previous?.totals.cost,
      requests: bucket.totals.requests,
      costs: series.map(({ points }) => points[at]?.cost ?? "0"),
    })),
  ];
};

const columnsOf = (
  trend: Trend,
  hrefOf: (bucket: Bucket | undefined) => string,
): readonly Column<Row>[] => [
  {
    id: "time",
    title: trend.interval === "day" ? "Day" : "Hour",
    names: true,
    cell: (row) => <span class={styles.time}>{row.label}</span>,
  },
  { id: "total", title: "Total", end: true, cell: (row) => <Money pico={row.cost} total /> },
  ...(trend.buckets.some(({ previous }) => previous)
    ? [
        {
          id: "previous",
          title: "Previous",
          end: true,
          cell: (row: Row) => (
            <Show when={row.previous} fallback="—">
              {(pico) => <Money pico={pico()} total />}
            </Show>
          ),
        },
      ]
    : []),
  {
    id: "requests",
    title: "Requests",
    end: true,
    cell: (row) => (
      <A
        href={hrefOf(row.bucket)}
        aria-label={`${row.label}: ${formatPlural(row.requests, "request")}, open them`}
      >
        {formatCount(row.requests)}
      </A>
    ),
  },
  ...trend.series.map(({ label }, at) => ({
    id: `series-${at}`,
    title: label,
    end: true,
    cell: (row: Row) => <Money pico={row.costs[at] ?? "0"} total />,
  })),
];

/** The chart in figures: the same buckets, by the same clock. */
export const TrendTable = (props: {
  readonly trend: Trend;
  /** Where a bucket's rows are; undefined: those of the whole period. */
  readonly hrefOf: (bucket: Bucket | undefined) => string;
}) => (
  <div class={styles.tableFrame}>
    <Table
      caption={`Spend by ${props.trend.interval} and ${props.trend.by}`}
      columns={columnsOf(props.trend, (bucket) => props.hrefOf(bucket))}
      rows={rowsOf(props.trend)}
      plain
    />
  </div>
);
