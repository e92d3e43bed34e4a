import { For, Match, Show, Switch } from "solid-js";
import { type CredentialAnswer, removeCredential } from "../../../../core/contract/credentials";
import { listModels } from "../../../../core/contract/models";
import { providerLabel } from "../../../../core/contract/provider-label";
import { useChange } from "../../api/use-change";
import { useOperation } from "../../api/use-operation";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { SkeletonLines } from "../../components/skeleton";
import { failureText } from "../../components/states";
import { say } from "../../components/toast";
import { formatPlural } from "../../format/count";
import styles from "./credentials.module.css";
import { lostModels } from "./lost-models";

const LostModels = (props: { readonly provider: CredentialAnswer["provider"] }) => {
  const asked = useOperation(listModels);
  return (
    <Switch fallback={<SkeletonLines lines={3} />}>
      <Match when={asked.data && lostModels(asked.data.models, props.provider)}>
        {(models) => (
          <Show when={models().length > 0} fallback={<p>No model that is switched on is lost.</p>}>
            <p>
              {formatPlural(models().length, "model")} can't be used any more from{" "}
              {providerLabel(props.provider)}:
            </p>
            {/* It scrolls, so the keyboard must reach it. */}
            <section class={styles.lost} aria-label="Models that are lost" tabindex="0">
              <ul>
                <For each={models()}>{(model) => <li class="mono">{model.model}</li>}</For>
              </ul>
            </section>
          </Show>
        )}
      </Match>
      <Match when={asked.error}>
        {(error) => <p role="alert">{failureText("the models that are lost", error())}</p>}
      </Match>
    </Switch>
  );
};

/** Forgets a provider's credential, once the provider's name is typed. */
export const RemoveDialog = (props: {
  readonly credential: CredentialAnswer;
  readonly onClose: () => void;
}) => {
  const name = () => providerLabel(props.credential.provider);
  const change = useChange(removeCredential, ["credentials.list", "models.list", "audit.list"]);
  return (
    <ConfirmDialog
      open
      onClose={() => props.onClose()}
      title={`Remove ${name()}`}
      typed={name()}
      confirm="Remove"
      onConfirm={async () => {
        const removed = name();
        await change.run({ params: { provider: props.credential.provider } });
        say(`Removed ${removed}.`);
      }}
    >
      <LostModels provider={props.credential.provider} />
    </ConfirmDialog>
  );
};
