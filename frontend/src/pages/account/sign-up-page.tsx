import { A, Navigate, useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { useSession } from "../../state/session-context";
import { AccountCard } from "./account-card";
import { CheckInbox } from "./check-inbox";
import type { PendingSignUp } from "./pending-sign-up";
import { SignUpForm } from "./sign-up-form";

const textOf = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** From an address to a confirmed account; with an invite, to a place in its organization. */
export const SignUpPage = () => {
  const session = useSession();
  const [search] = useSearchParams();
  const [pending, setPending] = createSignal<PendingSignUp>();
  const invite = () => textOf(search.invite);
  const onwards = () => {
    const token = invite();
    return token === undefined || pending() ? "/" : `/invite?${new URLSearchParams({ token })}`;
  };
  return (
    <Show when={session.state() !== "signed-in"} fallback={<Navigate href={onwards()} />}>
      <Show
        when={pending()}
        keyed
        fallback={
          <AccountCard
            title="Create account"
            lead="Get started in seconds."
            ways={
              <p>
                Already have an account? <A href="/sign-in">Sign in</A>
              </p>
            }
          >
            <SignUpForm
              invite={invite()}
              email={textOf(search.email)}
              onSignedUp={(signUp) => setPending(signUp)}
            />
          </AccountCard>
        }
      >
        {(signUp) => (
          <CheckInbox
            signUp={signUp}
            invite={invite()}
            onOtherAddress={() => setPending(undefined)}
          />
        )}
      </Show>
    </Show>
  );
};
