import { Show } from "solid-js";
import { Page } from "../../components/page";
import { EmptyState } from "../../components/states";
import { useWorkspace } from "../../state/workspace";
import { AuditPanel } from "./audit-panel";

/** Who changed what. */
export const AuditPage = () => {
  const { may, role } = useWorkspace();
  return (
    <Page title="Audit log" lead="Who changed what in this organization, newest first.">
      <Show
        when={may("admin")}
        fallback={
          <EmptyState title="Admins and owners see the audit log.">
            You are a {role()}: ask an admin or owner of your organization.
          </EmptyState>
        }
      >
        <AuditPanel />
      </Show>
    </Page>
  );
};
