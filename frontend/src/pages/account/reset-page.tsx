import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { PasswordField, TextField } from "../../components/text-field";
import { createForm } from "../../state/form";
import { useSession } from "../../state/session-context";
import styles from "./account.module.css";
import { AccountCard } from "./account-card";
import { refusalCode } from "./failure-words";
import { repeatedPassword } from "./new-password";
import { requestReset } from "./request-reset";
import { SendAgain } from "./send-again";
import { leaveSignInNotice } from "./sign-in-notice";
import { useAttempt } from "./use-attempt";

const worthless = ["ExpiredCodeException", "CodeMismatchException"];

/** The two fields, and what comes of them. */
const ResetForm = (props: { readonly email: string; readonly code: string }) => {
  const session = useSession();
  const navigate = useNavigate();
  const attempt = useAttempt("set the password");
  const form = createForm(
    () => ({ password: "", repeated: "" }),
    (typed) => repeatedPassword.safeParse(typed),
  );
  const isWorthless = () => worthless.includes(refusalCode(attempt.failure()) ?? "");
  const reset = async ({ password }: { readonly password: string }) => {
    const done = await attempt.run(async () =>
      (await session.service()).reset(props.email, props.code, password),
    );
    if (!done) return;
    try {
      await session.signIn(props.email, password);
      navigate("/", { replace: true });
    } catch {
      leaveSignInNotice("Your new password is set. Sign in with it.");
      navigate(`/sign-in?email=${encodeURIComponent(props.email)}`, { replace: true });
    }
  };
  return (
    <form class={styles.form} onSubmit={(event) => void form.submit(reset)(event)}>
      <TextField
        label="Email"
        name="email"
        type="email"
        autocomplete="username"
        value={props.email}
        onInput={() => undefined}
        readOnly
      />
      <PasswordField
        label="New password"
        name="password"
        autocomplete="new-password"
        value={form.typed.password}
        onInput={(text) => form.set("password", text)}
        hint="Minimum 8 characters"
        error={form.errors.password}
        required
      />
      <PasswordField
        label="Confirm new password"
        name="repeated"
        autocomplete="new-password"
        value={form.typed.repeated}
        onInput={(text) => form.set("repeated", text)}
        error={form.errors.repeated}
        required
      />
      <Show when={attempt.error() !== undefined}>
        <Notice tone="danger">
          <Show when={isWorthless()} fallback={attempt.error()}>
            <SendAgain
              lead="Link expired."
              label="Send a new one"
              send={() => requestReset(session, props.email)}
            />
          </Show>
        </Notice>
      </Show>
      <Button type="submit" look="primary" busy={form.status.busy}>
        Set new password
      </Button>
    </form>
  );
};

/** Where the e-mail's link leads. */
export const ResetPage = () => {
  const [search] = useSearchParams();
  const link = () => {
    const { email, code } = search;
    return typeof email === "string" && typeof code === "string" ? { email, code } : undefined;
  };
  return (
    <AccountCard
      title="Reset password"
      lead="Enter and confirm your new password."
      ways={
        <p>
          <A href="/sign-in">Back to Sign in</A>
        </p>
      }
    >
      <Show
        when={link()}
        fallback={
          <Notice tone="danger">
            This link is not whole. Open it from the e-mail again, or{" "}
            <A href="/forgot">have a new one sent</A>.
          </Notice>
        }
      >
        {(known) => <ResetForm email={known().email} code={known().code} />}
      </Show>
    </AccountCard>
  );
};
