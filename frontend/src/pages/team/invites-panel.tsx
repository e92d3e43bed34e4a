import { Show } from "solid-js";
import { type InviteAnswer, listInvites } from "../../../../core/contract/invites";
import { useOperation } from "../../api/use-operation";
import { Badge } from "../../components/badge";
import { Answered, Panel } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { type Column, Table } from "../../components/table";
import { TimeText } from "../../components/time-text";
import { InviteActions } from "./invite-actions";
import { roleTitles } from "./role-words";
import styles from "./team.module.css";

const columns: readonly Column<InviteAnswer>[] = [
  {
    id: "email",
    title: "Email",
    names: true,
    untitled: true,
    cell: (invite) => (
      <span class={styles.address}>
        {invite.email}
        <span class={styles.by}>invited by {invite.invitedBy}</span>
      </span>
    ),
  },
  { id: "role", title: "Role", cell: (invite) => roleTitles[invite.role] },
  {
    id: "expires",
    title: "Expires",
    cell: (invite) => (
      <Show when={invite.expired} fallback={<TimeText at={invite.expiresAt} look="full" />}>
        <Badge tone="warning">
          <span>
            Expired <TimeText at={invite.expiresAt} look="day" />
          </span>
        </Badge>
      </Show>
    ),
  },
  {
    id: "actions",
    title: "Actions",
    untitled: true,
    end: true,
    cell: (invite) => <InviteActions invite={invite} />,
  },
];

/** Who was asked and has not come yet. */
export const InvitesPanel = () => {
  const asked = useOperation(listInvites);
  return (
    <Panel title="Pending invites" flush>
      <Answered
        what="invites"
        asked={asked}
        skeleton={
          <>
            <Table caption="Invites that wait for an answer" columns={columns} rows={[]} />
            <div class={styles.waiting}>
              <SkeletonLines lines={1} height={24} />
            </div>
          </>
        }
      >
        {(answer) => (
          <>
            <Table
              caption="Invites that wait for an answer"
              columns={columns}
              rows={answer().invites}
            />
            <Show when={answer().invites.length === 0}>
              <p class={styles.note}>No invite is waiting for an answer.</p>
            </Show>
          </>
        )}
      </Answered>
    </Panel>
  );
};
