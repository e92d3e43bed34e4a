import { useQueryClient } from "@tanstack/solid-query";
import { Dialog } from "../../components/dialog";
import { CredentialsForm } from "./credentials-form";

/** Over the page whose session ended: what was typed in it stays. */
export const SignInAgain = () => {
  const client = useQueryClient();
  return (
    <Dialog
      open
      stays
      onClose={() => undefined}
      title="Your session has ended"
      description="Sign in again to go on where you were."
    >
      <CredentialsForm onSignedIn={() => void client.invalidateQueries()} />
    </Dialog>
  );
};
