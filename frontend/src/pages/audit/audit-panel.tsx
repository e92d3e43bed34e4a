import { Show } from "solid-js";
import { Button } from "../../components/button";
import { Answered, Panel } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { EmptyState } from "../../components/states";
import { Table } from "../../components/table";
import { formatPlural } from "../../format/count";
import { useWorkspace } from "../../state/workspace";
import styles from "./audit.module.css";
import { auditColumns } from "./audit-columns";
import { type AskedAudit, useAudit } from "./use-audit";

const Foot = (props: { readonly audit: AskedAudit; readonly shown: number }) => (
  <div class={styles.foot}>
    <span class="muted" role="status">
      <Show
        when={props.audit.hasMore}
        fallback={`${formatPlural(props.shown, "entry", "entries")}, all there are`}
      >
        {formatPlural(props.shown, "entry", "entries")} shown
      </Show>
    </span>
    <Show when={props.audit.hasMore}>
      <Show when={props.audit.moreFailed}>
        <span role="alert">Couldn't load more: no answer.</span>
      </Show>
      <Button busy={props.audit.isLoadingMore} onClick={() => props.audit.more()}>
        {props.audit.moreFailed ? "Retry" : "Show more"}
      </Button>
    </Show>
  </div>
);

/** What people changed, newest first. */
export const AuditPanel = () => {
  const { organization } = useWorkspace();
  const audit = useAudit();
  const columns = auditColumns(() => organization().timeZone);
  return (
    <Panel
      title="Changes"
      flush
      actions={
        <Button busy={audit.isFetching && !audit.isLoadingMore} onClick={() => audit.refetch()}>
          Refresh
        </Button>
      }
    >
      <Answered
        what="the audit log"
        asked={audit}
        skeleton={
          <div class={styles.waiting}>
            <SkeletonLines lines={8} height={32} />
          </div>
        }
      >
        {(rows) => (
          <Show
            when={rows().length > 0}
            fallback={
              <EmptyState title="Nothing was changed yet">
                Whoever changes something in this organization is listed here.
              </EmptyState>
            }
          >
            <Table caption="Who changed what" columns={columns} rows={rows()} />
            <Foot audit={audit} shown={rows().length} />
          </Show>
        )}
      </Answered>
    </Panel>
  );
};
