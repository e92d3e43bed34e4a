import { A, Navigate, useSearchParams } from "@solidjs/router";
import { onCleanup, Show } from "solid-js";
import { Notice } from "../../components/notice";
import { useSession } from "../../state/session-context";
import { AccountCard } from "./account-card";
import { CredentialsForm } from "./credentials-form";
import { ownPath } from "./own-path";
import { clearSignInNotice, signInNotice } from "./sign-in-notice";

/** For whoever has an account; who is signed in, also by another tab, goes on. */
export const SignInPage = () => {
  const session = useSession();
  const [search] = useSearchParams();
  const email = () => (typeof search.email === "string" ? search.email : undefined);
  onCleanup(clearSignInNotice);
  return (
    <Show
      when={session.state() !== "signed-in"}
      fallback={<Navigate href={ownPath(search.next, location.origin)} />}
    >
      <AccountCard
        title="Sign in"
        lead="Welcome back. Enter your credentials to continue."
        ways={
          <p>
            Don't have an account? <A href="/sign-up">Create one</A> ·{" "}
            <A href="/forgot">Forgot password?</A>
          </p>
        }
      >
        <Show when={signInNotice()}>
          {(notice) => <Notice tone={notice().tone}>{notice().words}</Notice>}
        </Show>
        <CredentialsForm email={email()} />
      </AccountCard>
    </Show>
  );
};
