import { A } from "@solidjs/router";
import Ban from "lucide-solid/icons/ban";
import Pencil from "lucide-solid/icons/pencil";
import { Show } from "solid-js";
import type { KeyAnswer } from "../../../../core/contract/keys";
import { IconButton } from "../../components/button";
import { Money } from "../../components/money";
import type { Column } from "../../components/table";
import { TimeText } from "../../components/time-text";
import { formatCount } from "../../format/count";
import { BudgetCell } from "./budget-cell";
import { ExpiryText } from "./expiry-text";
import { KeyName } from "./key-name";
import styles from "./keys.module.css";

export type KeyActions = {
  readonly onEdit: (key: KeyAnswer) => void;
  readonly onRevoke: (key: KeyAnswer) => void;
};

const Routing = (props: { readonly key: KeyAnswer }) => (
  <span>
    <Show when={props.key.routingMode} fallback={<span class="muted">organization's</span>} keyed>
      {(mode) => mode}
    </Show>
    <Show when={props.key.cascade}>
      <span class="muted"> + cascade</span>
    </Show>
  </span>
);

const Actions = (props: { readonly key: KeyAnswer } & KeyActions) => (
  <Show when={props.key.status !== "revoked"}>
    <span class={styles.actions}>
      <IconButton
        label={`Edit ${props.key.name}`}
        needs="member"
        onClick={() => props.onEdit(props.key)}
      >
        <Pencil size={16} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={`Revoke ${props.key.name}`}
        needs="member"
        onClick={() => props.onRevoke(props.key)}
      >
        <Ban size={16} aria-hidden="true" />
      </IconButton>
    </span>
  </Show>
);

/** What is shown of each key; the one beside its name is all that is known of its text. */
export const keyColumns = (actions: KeyActions): readonly Column<KeyAnswer>[] => [
  { id: "name", title: "Name", names: true, cell: (key) => <KeyName key={key} /> },
  { id: "environment", title: "Environment", cell: (key) => key.environment },
  {
    id: "last4",
    title: "Key",
    cell: (key) => <span class={`mono ${styles.whole}`}>…{key.last4}</span>,
  },
  {
    id: "spend",
    title: "Spend (30 days)",
    end: true,
    cell: (key) => (
      <A href={`/requests?key=${key.id}&period=30d`}>
        <Money pico={key.spend.last30Days} total />
      </A>
    ),
  },
  { id: "budget", title: "Budget", cell: (key) => <BudgetCell key={key} /> },
  {
    id: "limit",
    title: "Limit",
    end: true,
    cell: (key) => (
      <Show when={key.requestsPerMinute} fallback={<span class="muted">None</span>}>
        {(limit) => <span title="Requests per minute">{formatCount(limit())}/min</span>}
      </Show>
    ),
  },
  { id: "routing", title: "Routing", cell: (key) => <Routing key={key} /> },
  { id: "expires", title: "Expires", cell: (key) => <ExpiryText at={key.expiresAt} /> },
  {
    id: "lastUsed",
    title: "Last used",
    cell: (key) => (
      <Show when={key.lastUsedAt} fallback={<span class="muted">No record</span>}>
        {(at) => <TimeText at={at()} />}
      </Show>
    ),
  },
  {
    id: "actions",
    title: "Actions",
    untitled: true,
    end: true,
    cell: (key) => <Actions key={key} {...actions} />,
  },
];
