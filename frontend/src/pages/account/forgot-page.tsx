import { A, useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { TextField } from "../../components/text-field";
import { useSession } from "../../state/session-context";
import styles from "./account.module.css";
import { AccountCard } from "./account-card";
import { requestReset } from "./request-reset";
import { useAttempt } from "./use-attempt";

export const ForgotPage = () => {
  const session = useSession();
  const [search] = useSearchParams();
  const [email, setEmail] = createSignal(typeof search.email === "string" ? search.email : "");
  const [sentTo, setSentTo] = createSignal<string>();
  const attempt = useAttempt("send the link");
  const submit = async (event: Event) => {
    event.preventDefault();
    const to = email().trim();
    if (await attempt.run(() => requestReset(session, to))) setSentTo(to);
  };
  return (
    <AccountCard
      title="Forgot password"
      lead="Enter your email and we'll send you a reset link valid for 1 hour."
      ways={
        <p>
          <A href="/sign-in">Back to Sign in</A>
        </p>
      }
    >
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
        <Show when={attempt.error()}>{(words) => <Notice tone="danger">{words()}</Notice>}</Show>
        <Show when={sentTo()}>
          {(to) => (
            <Notice tone="success">
              If {to()} has an account, a reset link is on its way. Look into your inbox, and into
              the spam as well.
            </Notice>
          )}
        </Show>
        <Button type="submit" look="primary" busy={attempt.busy()}>
          {sentTo() === undefined ? "Send reset link" : "Send another link"}
        </Button>
      </form>
    </AccountCard>
  );
};
