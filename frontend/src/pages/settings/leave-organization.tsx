import { createSignal } from "solid-js";
import { leaveOrganization } from "../../../../core/contract/me";
import { listMembers } from "../../../../core/contract/members";
import { useChange } from "../../api/use-change";
import { useOperation } from "../../api/use-operation";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { useWorkspace } from "../../state/workspace";
import styles from "./settings.module.css";

/** The last owner can't go, and is told before trying. */
export const LeaveOrganization = () => {
  const { organization, role } = useWorkspace();
  const members = useOperation(listMembers);
  const leave = useChange(leaveOrganization, ["me.get"]);
  const [asking, setAsking] = createSignal(false);
  const isLastOwner = () =>
    role() === "owner" &&
    members.data !== undefined &&
    members.data.members.filter((member) => member.role === "owner").length === 1;
  return (
    <div class={styles.row}>
      <p class={styles.words}>
        <strong>Leave the organization</strong>
        <br />
        <span class="muted">
          {isLastOwner()
            ? "You are its last owner: make somebody else an owner first, or delete it."
            : `You lose access to ${organization().name}. What you made stays with it.`}
        </span>
      </p>
      <Button
        look="danger"
        disabledBecause={isLastOwner() ? "The last owner can't leave." : undefined}
        onClick={() => setAsking(true)}
      >
        Leave
      </Button>
      <ConfirmDialog
        open={asking()}
        onClose={() => setAsking(false)}
        title="Leave the organization?"
        typed={organization().name}
        confirm="Leave"
        onConfirm={() => leave.run()}
      >
        <p>You can come back by a new invite alone.</p>
      </ConfirmDialog>
    </div>
  );
};
