import { createSignal } from "solid-js";
import { signOutEverywhere } from "../../../../core/contract/me";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { useSession } from "../../state/session-context";
import { leaveSignInNotice } from "../account/sign-in-notice";
import styles from "./settings.module.css";

export const SignOutEverywhere = () => {
  const session = useSession();
  const end = useChange(signOutEverywhere);
  const [asking, setAsking] = createSignal(false);
  const confirm = async () => {
    await end.run();
    leaveSignInNotice("You are signed out everywhere.");
    session.signOut();
  };
  return (
    <div class={styles.row}>
      <p class={styles.words}>
        <strong>Sign out everywhere</strong>
        <br />
        <span class="muted">Ends your sessions in all browsers, this one as well.</span>
      </p>
      <Button onClick={() => setAsking(true)}>Sign out everywhere</Button>
      <ConfirmDialog
        open={asking()}
        onClose={() => setAsking(false)}
        title="Sign out everywhere?"
        confirm="Sign out everywhere"
        onConfirm={confirm}
      >
        <p>You have to sign in again in every browser. API keys go on working.</p>
      </ConfirmDialog>
    </div>
  );
};
