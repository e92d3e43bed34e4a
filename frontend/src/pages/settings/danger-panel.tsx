import { createSignal } from "solid-js";
import { deleteAccount } from "../../../../core/contract/account";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { Panel } from "../../components/panel";
import { useSession } from "../../state/session-context";
import { useWorkspace } from "../../state/workspace";
import { leaveSignInNotice } from "../account/sign-in-notice";
import styles from "./settings.module.css";

/** The end of the account and all that is its own. */
export const DangerPanel = () => {
  const session = useSession();
  const { organization } = useWorkspace();
  const end = useChange(deleteAccount);
  const [asking, setAsking] = createSignal(false);
  const confirm = async () => {
    const { receiptTo } = await end.run({ body: { confirmation: organization().name } });
    leaveSignInNotice(
      `${organization().name} is being deleted, and its API keys have stopped. A receipt goes to ${receiptTo}.`,
      "info",
    );
    session.signOut();
  };
  return (
    <Panel title="Danger zone">
      <div class={styles.row}>
        <p class={styles.words}>
          Permanently delete your account and all associated data. This cannot be undone.
        </p>
        <Button look="danger" needs="owner" onClick={() => setAsking(true)}>
          Delete
        </Button>
      </div>
      <ConfirmDialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={`Delete ${organization().name}?`}
        typed={organization().name}
        typedLabel={`Type the organization's name, ${organization().name}, to confirm`}
        confirm="Delete for good"
        onConfirm={confirm}
      >
        <p>
          This will permanently deactivate your account and organization. All API keys will stop
          working immediately. This action cannot be undone.
        </p>
      </ConfirmDialog>
    </Panel>
  );
};
