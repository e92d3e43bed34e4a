import { createSignal, Show } from "solid-js";
import { leaveOrganization } from "../../../../core/contract/me";
import { type MemberAnswer, removeMember } from "../../../../core/contract/members";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { say } from "../../components/toast";
import { useWorkspace } from "../../state/workspace";
import { removeRuling } from "./role-rules";

/** Takes a member out, or leaves, after the e-mail address was typed. */
export const RemoveMember = (props: {
  readonly member: MemberAnswer;
  readonly members: readonly MemberAnswer[];
}) => {
  const { user, role, organization } = useWorkspace();
  const [open, setOpen] = createSignal(false);
  const remove = useChange(removeMember, ["members.list", "plan.get"]);
  const leave = useChange(leaveOrganization, ["me.get"]);
  const isOwn = () => props.member.user === user().id;
  const because = () => {
    const rule = removeRuling({ user: user().id, role: role() }, props.member, props.members);
    return "because" in rule ? rule.because : undefined;
  };
  const confirm = async () => {
    if (isOwn()) {
      await leave.run();
      return;
    }
    const { email } = props.member;
    await remove.run({ params: { user: props.member.user } });
    say(`${email} was removed.`);
  };
  return (
    <>
      <Button
        look="danger"
        disabledBecause={because()}
        aria-label={isOwn() ? "Leave the organization" : `Remove ${props.member.email}`}
        onClick={() => setOpen(true)}
      >
        {isOwn() ? "Leave" : "Remove"}
      </Button>
      <ConfirmDialog
        open={open()}
        onClose={() => setOpen(false)}
        title={isOwn() ? `Leave ${organization().name}?` : `Remove ${props.member.email}?`}
        typed={props.member.email}
        confirm={isOwn() ? "Leave" : "Remove"}
        onConfirm={confirm}
      >
        <Show
          when={isOwn()}
          fallback={
            <p>
              They lose access at once, in every browser. Keys that they made go on working: revoke
              those under API keys. Coming back takes a new invite.
            </p>
          }
        >
          <p>You lose access at once. Coming back takes a new invite from an admin or owner.</p>
        </Show>
      </ConfirmDialog>
    </>
  );
};
