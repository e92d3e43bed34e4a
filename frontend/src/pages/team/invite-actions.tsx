import { createSignal } from "solid-js";
import { type InviteAnswer, resendInvite, withdrawInvite } from "../../../../core/contract/invites";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { say } from "../../components/toast";
import { useWorkspace } from "../../state/workspace";
import { ownersAlone } from "./role-rules";
import styles from "./team.module.css";

/** Sends an invite's link anew, or makes it worthless. */
export const InviteActions = (props: { readonly invite: InviteAnswer }) => {
  const { may } = useWorkspace();
  const [open, setOpen] = createSignal(false);
  const resend = useChange(resendInvite, ["invites.list"]);
  const withdraw = useChange(withdrawInvite, ["invites.list", "plan.get"]);
  const params = () => ({ invite: props.invite.id });
  const because = () =>
    props.invite.role === "owner" && may("admin") && !may("owner") ? ownersAlone : undefined;
  const sendAnew = async () => {
    const { email } = props.invite;
    try {
      await resend.run({ params: params() });
      say(`A new link was sent to ${email}; the old one is no good any more.`);
    } catch (failure) {
      say(`Couldn't send to ${email}: ${failure instanceof Error ? failure.message : "no answer"}`);
    }
  };
  return (
    <div class={styles.actions}>
      <Button
        needs="admin"
        busy={resend.busy()}
        disabledBecause={because()}
        aria-label={`Resend the invite to ${props.invite.email}`}
        onClick={() => void sendAnew()}
      >
        Resend
      </Button>
      <Button
        needs="admin"
        disabledBecause={because()}
        aria-label={`Withdraw the invite to ${props.invite.email}`}
        onClick={() => setOpen(true)}
      >
        Withdraw
      </Button>
      <ConfirmDialog
        open={open()}
        onClose={() => setOpen(false)}
        title={`Withdraw the invite to ${props.invite.email}?`}
        confirm="Withdraw"
        onConfirm={async () => {
          const { email } = props.invite;
          await withdraw.run({ params: params() });
          say(`The invite to ${email} was withdrawn.`);
        }}
      >
        <p>The link that they got stops working at once. You can invite them again.</p>
      </ConfirmDialog>
    </div>
  );
};
