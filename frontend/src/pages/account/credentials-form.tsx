import { createSignal, Show } from "solid-js";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { PasswordField, TextField } from "../../components/text-field";
import { useSession } from "../../state/session-context";
import styles from "./account.module.css";

/** What the sign-in service says, in our words. */
const reasonOf = (failure: unknown): string => {
  const code = (failure as { code?: string }).code;
  if (code === "NotAuthorizedException") return "Wrong e-mail or password.";
  if (code === "UserNotConfirmedException")
    return "This address is not confirmed yet. Open the link in our e-mail.";
  if (code === "LimitExceededException" || code === "TooManyRequestsException")
    return "Too many tries. Wait a minute, then try again.";
  return "Couldn't sign in: the sign-in service did not answer. Try again.";
};

/** E-mail and password. @param email - where it is known already. */
export const CredentialsForm = (props: {
  readonly email?: string;
  readonly onSignedIn: () => void;
}) => {
  const session = useSession();
  const [email, setEmail] = createSignal(props.email ?? "");
  const [password, setPassword] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy()) return;
    setBusy(true);
    setError(undefined);
    try {
      await session.signIn(email(), password());
      props.onSignedIn();
    } catch (failure) {
      setError(reasonOf(failure));
    } finally {
      setBusy(false);
    }
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
      <Show when={error()}>{(message) => <Notice tone="danger">{message()}</Notice>}</Show>
      <Button type="submit" look="primary" busy={busy()}>
        Sign in
      </Button>
    </form>
  );
};
