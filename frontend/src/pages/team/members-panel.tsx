import { createMemo, Show } from "solid-js";
import { listMembers, type MemberAnswer } from "../../../../core/contract/members";
import { useOperation } from "../../api/use-operation";
import { Answered, Panel } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { type Column, Table } from "../../components/table";
import { TimeText } from "../../components/time-text";
import { useWorkspace } from "../../state/workspace";
import { RemoveMember } from "./remove-member";
import { RoleChoice } from "./role-choice";
import styles from "./team.module.css";

/** Owners first, as the API lists them. */
export const MembersPanel = () => {
  const { user, may } = useWorkspace();
  const asked = useOperation(listMembers);
  const members = createMemo(() => asked.data?.members ?? []);
  const columns: readonly Column<MemberAnswer>[] = [
    {
      id: "member",
      title: "Member",
      names: true,
      untitled: true,
      cell: (member) => (
        <span class={styles.address}>
          {member.email}
          <Show when={member.user === user().id}>
            {" "}
            <span class={styles.you}>you</span>
          </Show>
        </span>
      ),
    },
    {
      id: "role",
      title: "Role",
      cell: (member) => <RoleChoice member={member} members={members()} />,
    },
    {
      id: "since",
      title: "Member since",
      cell: (member) => <TimeText at={member.since} look="full" />,
    },
    {
      id: "actions",
      title: "Actions",
      untitled: true,
      end: true,
      cell: (member) => <RemoveMember member={member} members={members()} />,
    },
  ];
  return (
    <Panel
      title="Team members"
      description={may("admin") ? undefined : "Admins and owners change roles, invite and remove."}
      flush
    >
      <Answered
        what="members"
        asked={asked}
        skeleton={
          <>
            <Table caption="Members and their roles" columns={columns} rows={[]} />
            <div class={styles.waiting}>
              <SkeletonLines lines={2} height={40} />
            </div>
          </>
        }
      >
        {() => (
          <>
            <Table caption="Members and their roles" columns={columns} rows={members()} />
            <Show when={members().length === 1}>
              <p class={styles.note}>Only you so far</p>
            </Show>
          </>
        )}
      </Answered>
    </Panel>
  );
};
