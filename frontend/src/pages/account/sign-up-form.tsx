import { A } from "@solidjs/router";
import { Show } from "solid-js";
import * as z from "zod";
import { emailField, line } from "../../../../core/contract/fields";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { PasswordField, TextField } from "../../components/text-field";
import { createForm } from "../../state/form";
import { useSession } from "../../state/session-context";
import styles from "./account.module.css";
import { refusalCode } from "./failure-words";
import { inviteMetadata } from "./invite-metadata";
import { newPassword } from "./new-password";
import type { PendingSignUp } from "./pending-sign-up";
import { useAttempt } from "./use-attempt";

const schema = z.object({ email: emailField, organization: line(100), password: newPassword });
const invitedSchema = schema.omit({ organization: true });

const isTaken = (failure: unknown) => refusalCode(failure) === "UsernameExistsException";

/** @param invite - the token that the page was opened with; then there is an organization already. */
export const SignUpForm = (props: {
  readonly invite: string | undefined;
  readonly email: string | undefined;
  readonly onSignedUp: (signUp: PendingSignUp) => void;
}) => {
  const session = useSession();
  const attempt = useAttempt("create the account");
  const isInvited = () => props.invite !== undefined;
  const metadata = () => inviteMetadata(props.invite);
  const form = createForm(
    () => ({ email: props.email ?? "", organization: "", password: "" }),
    (typed): z.ZodSafeParseResult<z.infer<typeof invitedSchema> & { organization?: string }> =>
      (isInvited() ? invitedSchema : schema).safeParse(typed),
  );
  const signUp = async (email: string, password: string) => {
    const service = await session.service();
    try {
      await service.signUp(email, password, metadata());
    } catch (failure) {
      if (!isTaken(failure)) throw failure;
      // Whoever signed up before and lost the e-mail gets another; of others the first failure stands.
      await service.resendConfirmation(email, metadata()).catch(() => {
        throw failure;
      });
    }
  };
  return (
    <form
      class={styles.form}
      onSubmit={form.submit(async ({ email, password, organization }) => {
        if (await attempt.run(() => signUp(email, password)))
          props.onSignedUp({ email, password, organization });
      })}
    >
      <TextField
        label="Email"
        name="email"
        type="email"
        autocomplete="username"
        value={form.typed.email}
        onInput={(text) => form.set("email", text)}
        error={form.errors.email}
        readOnly={isInvited() && props.email !== undefined}
        hint={isInvited() ? "The invite is for this address." : undefined}
        required
      />
      <Show when={!isInvited()}>
        <TextField
          label="Organization"
          name="organization"
          autocomplete="organization"
          value={form.typed.organization}
          onInput={(text) => form.set("organization", text)}
          error={form.errors.organization}
          required
        />
      </Show>
      <PasswordField
        label="Password"
        name="password"
        autocomplete="new-password"
        value={form.typed.password}
        onInput={(text) => form.set("password", text)}
        hint="Minimum 8 characters"
        error={form.errors.password}
        required
      />
      <Show when={attempt.error()}>
        {(words) => (
          <Notice tone="danger">
            <Show when={isTaken(attempt.failure())} fallback={words()}>
              This address has an account. <A href="/sign-in">Sign in</A>, or{" "}
              <A href="/forgot">reset the password</A>.
            </Show>
          </Notice>
        )}
      </Show>
      <Button type="submit" look="primary" busy={form.status.busy}>
        Create account
      </Button>
    </form>
  );
};
