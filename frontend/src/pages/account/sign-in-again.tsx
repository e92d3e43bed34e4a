import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { useSession } from "../../state/session-context";
import { CredentialsForm } from "./credentials-form";

/** Over the page whose session ended: what was typed in it stays. */
export const SignInAgain = () => {
  const session = useSession();
  return (
    <Dialog
      open
      stays
      onClose={() => undefined}
      title="Your session has ended"
      description="Sign in again to go on where you were. What you typed is still there."
      actions={<Button onClick={() => session.signOut()}>Sign out and leave this page</Button>}
    >
      <CredentialsForm email={session.who()?.email} />
    </Dialog>
  );
};
