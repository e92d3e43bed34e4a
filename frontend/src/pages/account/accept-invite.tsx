import { useNavigate } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { acceptInvite, type previewInvite } from "../../../../core/contract/invites";
import { getMe } from "../../../../core/contract/me";
import type { AnswerOf } from "../../../../core/contract/operation";
import { useChange } from "../../api/use-change";
import { useOperation } from "../../api/use-operation";
import { Button, LinkButton } from "../../components/button";
import { Notice } from "../../components/notice";
import { SkeletonLines } from "../../components/skeleton";
import { ErrorState } from "../../components/states";
import { say } from "../../components/toast";
import { useSession } from "../../state/session-context";
import styles from "./account.module.css";

type Invite = AnswerOf<typeof previewInvite>;

/** Signed in with another address than the invited one. */
const OtherAddress = (props: { readonly mine: string; readonly invited: string }) => {
  const session = useSession();
  return (
    <Notice
      tone="warning"
      actions={<Button onClick={() => session.signOut()}>Sign out to use the other address</Button>}
    >
      You are signed in as {props.mine}, and this invite is for {props.invited}.
    </Notice>
  );
};

/** For whoever is signed in: the button, or why there is none and the way out. */
export const AcceptInvite = (props: { readonly token: string; readonly invite: Invite }) => {
  const me = useOperation(getMe);
  const accept = useChange(acceptInvite, ["me.get"]);
  const navigate = useNavigate();
  const join = async () => {
    try {
      await accept.run({ body: { token: props.token } });
    } catch {
      return; // Said below.
    }
    say(`You joined ${props.invite.organization}.`);
    navigate("/", { replace: true });
  };
  return (
    <Switch fallback={<SkeletonLines lines={1} height={32} />}>
      <Match when={me.data && me.data.user.email !== props.invite.email && me.data}>
        {(known) => <OtherAddress mine={known().user.email} invited={props.invite.email} />}
      </Match>
      <Match when={me.data?.membership}>
        {(membership) => (
          <Notice
            tone="warning"
            actions={<LinkButton href="/settings">Leave it in the settings</LinkButton>}
          >
            You are in {membership().organization.name} already, and can be in one organization at a
            time. Leave it first, then open this link again.
          </Notice>
        )}
      </Match>
      <Match when={me.data}>
        <div class={styles.form}>
          <Show when={accept.error()}>
            {(error) => <Notice tone="danger">{error().message}</Notice>}
          </Show>
          <Button look="primary" busy={accept.busy()} onClick={() => void join()}>
            Join {props.invite.organization}
          </Button>
        </div>
      </Match>
      <Match when={me.error}>
        {(error) => <ErrorState what="your account" error={error()} onRetry={() => me.refetch()} />}
      </Match>
    </Switch>
  );
};
