import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup, Show } from "solid-js";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { TextField } from "../../components/text-field";
import { useSession } from "../../state/session-context";
import styles from "./account.module.css";
import { AccountCard } from "./account-card";
import { confirmAddress } from "./confirm-address";
import { inviteMetadata } from "./invite-metadata";
import { holdSignUp, type PendingSignUp } from "./pending-sign-up";
import { SendAgain } from "./send-again";
import { leaveSignInNotice } from "./sign-in-notice";
import { useAttempt } from "./use-attempt";

/** After signing up: the e-mail's link in any tab, or its code here. */
export const CheckInbox = (props: {
  readonly signUp: PendingSignUp;
  readonly invite: string | undefined;
  readonly onOtherAddress: () => void;
}) => {
  const session = useSession();
  const navigate = useNavigate();
  const [code, setCode] = createSignal("");
  const attempt = useAttempt("confirm the address");
  const signIn = async () => {
    const { email, password } = props.signUp;
    try {
      await session.signIn(email, password);
      navigate("/", { replace: true });
    } catch {
      leaveSignInNotice("Your address is confirmed. Sign in.");
      navigate(`/sign-in?email=${encodeURIComponent(email)}`, { replace: true });
    }
  };
  // Created once for each sign-up: the page keys it.
  onCleanup(holdSignUp(props.signUp, () => void signIn()));
  const confirm = async (event: Event) => {
    event.preventDefault();
    const { email } = props.signUp;
    const confirmation = { email, code: code().trim(), invite: props.invite };
    if (await attempt.run(() => confirmAddress(session, confirmation))) await signIn();
  };
  return (
    <AccountCard
      title="Check your inbox"
      lead={
        <>
          We sent a link to <strong>{props.signUp.email}</strong>. Open it to confirm your address;
          it is valid for 24 hours.
        </>
      }
      ways={
        <>
          <SendAgain
            lead="Nothing there, not even in the spam?"
            label="Send it again"
            send={async () =>
              (await session.service()).resendConfirmation(
                props.signUp.email,
                inviteMetadata(props.invite),
              )
            }
          />
          <p>
            <button type="button" class={styles.act} onClick={() => props.onOtherAddress()}>
              Use another address
            </button>
          </p>
        </>
      }
    >
      <form class={styles.form} onSubmit={(event) => void confirm(event)}>
        <TextField
          label="Or enter the code of the e-mail"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          value={code()}
          onInput={setCode}
          required
        />
        <Show when={attempt.error()}>{(words) => <Notice tone="danger">{words()}</Notice>}</Show>
        <Button type="submit" look="primary" busy={attempt.busy()}>
          Confirm
        </Button>
      </form>
    </AccountCard>
  );
};
