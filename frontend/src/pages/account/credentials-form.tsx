import { createSignal, Show } from "solid-js";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { PasswordField, TextField } from "../../components/text-field";
import { useSession } from "../../state/session-context";
import styles from "./account.module.css";
import { refusalCode } from "./failure-words";
import { SendAgain } from "./send-again";
import { useAttempt } from "./use-attempt";

/** E-mail and password. @param email - where it is known already. */
export const CredentialsForm = (props: {
  readonly email?: string | undefined;
  readonly onSignedIn?: () => void;
}) => {
  const session = useSession();
  const [email, setEmail] = createSignal(props.email ?? "");
  const [password, setPassword] = createSignal("");
  const attempt = useAttempt("sign in");
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await attempt.run(() => session.signIn(email(), password()))) props.onSignedIn?.();
  };
  return (
    <form class={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label="Email"
        name="email"
        type="email"
        autocomplete="username"
        value={email()}
        onInput={setEmail}
        required
      />
      <PasswordField
        label="Password"
        name="password"
        value={password()}
        onInput={setPassword}
        required
      />
      <Show when={attempt.error()}>{(words) => <Notice tone="danger">{words()}</Notice>}</Show>
      <Show when={refusalCode(attempt.failure()) === "UserNotConfirmedException"}>
        <SendAgain
          label="Send the e-mail again"
          send={async () => (await session.service()).resendConfirmation(email())}
        />
      </Show>
      <Button type="submit" look="primary" busy={attempt.busy()}>
        Sign in
      </Button>
    </form>
  );
};
