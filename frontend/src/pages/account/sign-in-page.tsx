import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { AccountCard } from "./account-card";
import { CredentialsForm } from "./credentials-form";

/** A path of this dashboard alone: a link must not lead elsewhere after the sign-in. */
const ownPath = (next: string | string[] | undefined): string =>
  typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/";

export const SignInPage = () => {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (
    <AccountCard title="Sign in" lead="Welcome back. Enter your credentials to continue.">
      <CredentialsForm onSignedIn={() => navigate(ownPath(search.next), { replace: true })} />
      <p class="muted">
        Don't have an account? <A href="/sign-up">Create one</A> ·{" "}
        <A href="/forgot">Forgot password?</A>
      </p>
    </AccountCard>
  );
};
