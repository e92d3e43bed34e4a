import { A } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { type KeyAnswer, revokeKey } from "../../../../core/contract/keys";
import { getSummary } from "../../../../core/contract/usage";
import { useChange } from "../../api/use-change";
import { useOperation } from "../../api/use-operation";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { Money } from "../../components/money";
import { Skeleton } from "../../components/skeleton";
import { failureText } from "../../components/states";
import { TimeText } from "../../components/time-text";
import { say } from "../../components/toast";
import { formatPlural } from "../../format/count";
import { rangeOf } from "../../state/period";
import { useWorkspace } from "../../state/workspace";

/** What a key was used for lately: who revokes it should know whom that stops. */
const LastDay = (props: { readonly key: KeyAnswer }) => {
  const { organization } = useWorkspace();
  const { from, to } = rangeOf("24h", organization().timeZone, Date.now());
  const summary = useOperation(getSummary, () => ({
    query: {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      key: props.key.id,
    },
  }));
  return (
    <Switch fallback={<Skeleton height={20} width="70%" />}>
      <Match when={summary.data}>
        {(answer) => (
          <p>
            In the last 24 hours:{" "}
            <A href={`/requests?key=${props.key.id}&period=24h`}>
              {formatPlural(answer().current.requests, "request")}
            </A>{" "}
            for <Money pico={answer().current.cost} total />
            <Show when={props.key.lastUsedAt} fallback=".">
              {(at) => (
                <>
                  , the last one <TimeText at={at()} />.
                </>
              )}
            </Show>
          </p>
        )}
      </Match>
      <Match when={summary.error}>
        {(error) => <p role="alert">{failureText("its last 24 hours", error())}</p>}
      </Match>
    </Switch>
  );
};

/** Stops a key for good, once its name is typed. */
export const RevokeKeyDialog = (props: {
  readonly key: KeyAnswer;
  readonly onClose: () => void;
}) => {
  const change = useChange(revokeKey, ["keys.list", "plan.get", "audit.list"]);
  return (
    <ConfirmDialog
      open
      onClose={() => props.onClose()}
      title={`Revoke ${props.key.name}`}
      typed={props.key.name}
      confirm="Revoke key"
      onConfirm={async () => {
        await change.run({ params: { key: props.key.id } });
        say(`Revoked ${props.key.name}.`);
      }}
    >
      <p>
        The key <span class="mono">…{props.key.last4}</span> stops working within one second, for
        good. Whatever still uses it is answered 401.
      </p>
      <LastDay key={props.key} />
    </ConfirmDialog>
  );
};
