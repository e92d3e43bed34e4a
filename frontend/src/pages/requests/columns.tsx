import type { JSX } from "solid-js";
import { Money } from "../../components/money";
import { TimeText } from "../../components/time-text";
import { formatCount } from "../../format/count";
import { formatDuration } from "../../format/duration";
import { type ColumnId, columnIds } from "./column-choice";
import { choiceLabel, type FilterName } from "./filter-fields";
import type { Row } from "./merge-rows";
import { StatusBadge, statusText } from "./status-badge";
import { type Offer, Value } from "./value-menu";

export type GridColumn = {
  readonly id: ColumnId;
  /** CSS pixels: at least so wide. */
  readonly width: number;
  /** Numbers stand at the end. */
  readonly end?: boolean;
  readonly cell: (row: Row) => JSX.Element;
};

const nothing = "—";

const offerOf = (name: FilterName, value: string | null, label?: string): Offer => ({
  name,
  value: value ?? "",
  label: label ?? choiceLabel(name, value ?? ""),
});

/** A cell of one value that can be filtered by. */
const valueCell =
  (name: FilterName, read: (row: Row) => string | null) =>
  (row: Row): JSX.Element => (
    <Value request={row.id} offers={[offerOf(name, read(row))]}>
      {read(row) ?? nothing}
    </Value>
  );

const attributionText = ({ customer, feature }: Row): string =>
  customer === null && feature === null
    ? "Untagged"
    : [customer ?? "Untagged", feature].filter((part) => part !== null).join(" · ");

const Attribution = (row: Row) => (
  <Value
    request={row.id}
    offers={[offerOf("customer", row.customer), offerOf("feature", row.feature)]}
  >
    <span class={row.customer === null && row.feature === null ? "muted" : undefined}>
      {attributionText(row)}
    </span>
  </Value>
);

const Key = (row: Row) => (
  <Value request={row.id} offers={[offerOf("key", row.key.id, row.key.name)]}>
    {row.key.name}
  </Value>
);

const Routing = (row: Row) => (
  <span title={row.routing ?? undefined}>{valueCell("mode", ({ mode }) => mode)(row)}</span>
);

const Status = (row: Row) => (
  <span title={row.errorCode ?? undefined}>
    <Value
      request={row.id}
      offers={[
        offerOf("outcome", row.outcome),
        offerOf("status", String(row.status), `${row.status} (${statusText(row)})`),
      ]}
    >
      <StatusBadge row={row} />
    </Value>
  </span>
);

/** "98.1%" of the reference's. */
export const scoreText = (score: number | null): string =>
  score === null ? nothing : `${score.toFixed(1)}%`;

const tagsText = ({ tags }: Row): string =>
  Object.entries(tags)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

const columns: Readonly<Record<ColumnId, Omit<GridColumn, "id">>> = {
  at: { width: 148, cell: (row) => <TimeText at={row.at} /> },
  requested: { width: 132, cell: valueCell("requested", ({ requested }) => requested) },
  used: { width: 136, cell: valueCell("model", ({ used }) => used) },
  provider: { width: 88, cell: valueCell("provider", ({ provider }) => provider) },
  attribution: { width: 172, cell: Attribution },
  key: { width: 96, cell: Key },
  task: { width: 112, cell: valueCell("task", ({ task }) => task) },
  routing: { width: 84, cell: Routing },
  score: { width: 68, end: true, cell: (row) => scoreText(row.score) },
  tokens: {
    width: 116,
    end: true,
    cell: (row) => `${formatCount(row.inputTokens)} / ${formatCount(row.outputTokens)}`,
  },
  cost: { width: 92, end: true, cell: (row) => <Money pico={row.cost} /> },
  latency: { width: 84, end: true, cell: (row) => formatDuration(row.latencyMs) },
  status: { width: 116, cell: Status },
  saved: { width: 92, end: true, cell: (row) => <Money pico={row.saved} unknown={nothing} /> },
  firstToken: {
    width: 92,
    end: true,
    cell: (row) => (row.firstTokenMs === null ? nothing : formatDuration(row.firstTokenMs)),
  },
  environment: { width: 108, cell: valueCell("environment", ({ environment }) => environment) },
  endpoint: { width: 136, cell: valueCell("endpoint", ({ endpoint }) => endpoint) },
  tags: {
    width: 180,
    cell: (row) => <span title={tagsText(row)}>{tagsText(row) || nothing}</span>,
  },
};

/** The columns that were chosen, in their order. */
export const gridColumns = (shown: readonly ColumnId[]): readonly GridColumn[] =>
  columnIds.filter((id) => shown.includes(id)).map((id) => ({ id, ...columns[id] }));
