import { For, Show } from "solid-js";
import type { AuditRowAnswer } from "../../../../core/contract/audit";
import type { Column } from "../../components/table";
import { TimeText } from "../../components/time-text";
import { actionWords } from "./action-words";
import styles from "./audit.module.css";
import { type Detail, readDetails } from "./read-details";

const addressOf = ({ details }: AuditRowAnswer): string | undefined =>
  typeof details.email === "string" ? details.email : undefined;

/** Members and invites are known by their e-mail address, all else by what it is called. */
const Target = (props: { readonly row: AuditRowAnswer }) => (
  <Show
    when={addressOf(props.row)}
    fallback={
      <Show when={props.row.target} fallback={<span class="muted">the organization</span>}>
        {(target) => <code class={styles.target}>{target()}</code>}
      </Show>
    }
  >
    {(address) => (
      <span class={styles.target} title={props.row.target ?? undefined}>
        {address()}
      </span>
    )}
  </Show>
);

const Details = (props: { readonly details: readonly Detail[] }) => (
  <Show when={props.details.length > 0} fallback={<span class="muted">—</span>}>
    <ul class={styles.details}>
      <For each={props.details}>
        {({ name, value }) => (
          <li>
            <Show when={name !== ""}>
              <span class="muted">{name} </span>
            </Show>
            {value}
          </li>
        )}
      </For>
    </ul>
  </Show>
);

const withoutTarget = ({ details }: AuditRowAnswer) => {
  const { email: _, ...others } = details;
  return others;
};

/** @param timeZone - the organization's. */
export const auditColumns = (timeZone: () => string): readonly Column<AuditRowAnswer>[] => [
  { id: "at", title: "When", cell: (row) => <TimeText at={row.at} look="full" /> },
  { id: "who", title: "Who", cell: (row) => <span class={styles.target}>{row.email}</span> },
  {
    id: "what",
    title: "What",
    names: true,
    cell: (row) => <span title={row.action}>{actionWords(row.action)}</span>,
  },
  { id: "target", title: "Target", cell: (row) => <Target row={row} /> },
  {
    id: "details",
    title: "Details",
    cell: (row) => <Details details={readDetails(withoutTarget(row), timeZone())} />,
  },
];
