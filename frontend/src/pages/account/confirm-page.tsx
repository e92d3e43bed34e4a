import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { onMount, Show } from "solid-js";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { SkeletonLines } from "../../components/skeleton";
import { useSession } from "../../state/session-context";
import { AccountCard } from "./account-card";
import { type Confirmation, confirmAddress } from "./confirm-address";
import { refusalCode } from "./failure-words";
import { inviteMetadata } from "./invite-metadata";
import { pendingSignUp } from "./pending-sign-up";
import { SendAgain } from "./send-again";
import { leaveSignInNotice } from "./sign-in-notice";
import { useAttempt } from "./use-attempt";

const worthless = ["ExpiredCodeException", "CodeMismatchException"];

/** Confirms at once, and leads on: nobody who followed the link has to press anything. */
const Confirming = (props: { readonly link: Confirmation }) => {
  const session = useSession();
  const navigate = useNavigate();
  const attempt = useAttempt("confirm the address", "This link is no good any more.");
  const goOn = async (when: "now" | "before") => {
    const { email } = props.link;
    const known = pendingSignUp(email);
    if (known) {
      const signedIn = await session.signIn(email, known.password).then(
        () => true,
        () => false,
      );
      if (signedIn) {
        navigate("/", { replace: true });
        return;
      }
    }
    leaveSignInNotice(
      when === "now"
        ? "Your address is confirmed. Sign in to get started."
        : "Your address was confirmed before. Sign in.",
    );
    navigate(`/sign-in?email=${encodeURIComponent(email)}`, { replace: true });
  };
  const confirm = () =>
    attempt.run(async () => {
      await goOn(await confirmAddress(session, props.link));
    });
  onMount(() => void confirm());
  const isWorthless = () => worthless.includes(refusalCode(attempt.failure()) ?? "");
  const resend = async () => {
    const { email, invite } = props.link;
    const service = await session.service();
    return service.resendConfirmation(email, inviteMetadata(invite));
  };
  return (
    <Show
      when={attempt.error()}
      fallback={
        <div aria-busy="true">
          <span class="visually-hidden" role="status">
            Confirming…
          </span>
          <SkeletonLines lines={2} height={32} />
        </div>
      }
    >
      {(words) => (
        <Notice tone="danger">
          <Show
            when={isWorthless()}
            fallback={
              <>
                {words()} <Button onClick={() => void confirm()}>Retry</Button>
              </>
            }
          >
            <SendAgain
              lead="This link has expired, or a newer one was sent."
              label="Send a new one"
              send={resend}
            />
          </Show>
        </Notice>
      )}
    </Show>
  );
};

/** Where the link of the e-mail leads that follows a sign-up. */
export const ConfirmPage = () => {
  const [search] = useSearchParams();
  const link = (): Confirmation | undefined => {
    const { email, code, invite } = search;
    if (typeof email !== "string" || typeof code !== "string") return undefined;
    return { email, code, invite: typeof invite === "string" ? invite : undefined };
  };
  return (
    <AccountCard
      title="Confirm your address"
      lead={link()?.email}
      ways={
        <p>
          <A href="/sign-in">Back to Sign in</A>
        </p>
      }
    >
      <Show
        when={link()}
        fallback={
          <Notice tone="danger">This link is not whole. Open it from the e-mail again.</Notice>
        }
      >
        {(known) => <Confirming link={known()} />}
      </Show>
    </AccountCard>
  );
};
