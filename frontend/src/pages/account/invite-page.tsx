import { A, useSearchParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { secretField } from "../../../../core/contract/fields";
import { previewInvite } from "../../../../core/contract/invites";
import { ApiError } from "../../api/api-error";
import { useOperation } from "../../api/use-operation";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { SkeletonLines } from "../../components/skeleton";
import { useSession } from "../../state/session-context";
import { AcceptInvite } from "./accept-invite";
import styles from "./account.module.css";
import { AccountCard } from "./account-card";
import { InviteWaysIn } from "./invite-ways-in";
import { roleWithArticle } from "./role-words";

const Waiting = () => (
  <div aria-busy="true">
    <span class="visually-hidden" role="status">
      Loading…
    </span>
    <SkeletonLines lines={3} height={32} />
  </div>
);

const Refused = (props: { readonly error: Error; readonly onRetry: () => void }) => {
  const isFinal = () =>
    props.error instanceof ApiError && props.error.status >= 400 && props.error.status < 500;
  return (
    <Notice
      tone="danger"
      actions={
        <Show when={!isFinal()}>
          <Button onClick={() => props.onRetry()}>Retry</Button>
        </Show>
      }
    >
      {isFinal()
        ? "This invite is no good: it was used, withdrawn, has expired, or a newer one was sent. Ask for a new invite."
        : "Couldn't load the invite: no answer."}
    </Notice>
  );
};

/** What the link invites to; how to accept it depends on who looks at it. */
const Invite = (props: { readonly token: string }) => {
  const session = useSession();
  const invite = useOperation(previewInvite, () => ({ body: { token: props.token } }));
  const isKnown = () => session.state() === "signed-in" || session.state() === "expired";
  return (
    <Switch fallback={<Waiting />}>
      <Match when={invite.data}>
        {(known) => (
          <>
            <dl class={styles.facts}>
              <dt>Organization</dt>
              <dd>{known().organization}</dd>
              <dt>Your role</dt>
              <dd>{roleWithArticle(known().role)}</dd>
              <dt>Invited by</dt>
              <dd>{known().invitedBy}</dd>
              <dt>Invite for</dt>
              <dd>{known().email}</dd>
            </dl>
            <Switch fallback={<Waiting />}>
              <Match when={session.state() === "signed-out"}>
                <InviteWaysIn token={props.token} email={known().email} />
              </Match>
              <Match when={isKnown()}>
                <AcceptInvite token={props.token} invite={known()} />
              </Match>
            </Switch>
          </>
        )}
      </Match>
      <Match when={invite.error}>
        {(error) => <Refused error={error()} onRetry={() => invite.refetch()} />}
      </Match>
    </Switch>
  );
};

/** Where the link of an invite's e-mail leads. */
export const InvitePage = () => {
  const [search] = useSearchParams();
  const token = () => secretField.safeParse(search.token).data;
  return (
    <AccountCard
      title="Join an organization"
      lead="Somebody invites you to work with them in SmashCost."
      ways={
        <p>
          <A href="/">Open the dashboard</A>
        </p>
      }
    >
      <Show
        when={token()}
        fallback={
          <Notice tone="danger">This link is not whole. Open it from the e-mail again.</Notice>
        }
      >
        {(known) => <Invite token={known()} />}
      </Show>
    </AccountCard>
  );
};
