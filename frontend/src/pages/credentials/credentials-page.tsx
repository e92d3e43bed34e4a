import Plus from "lucide-solid/icons/plus";
import { createSignal, Match, Show, Switch } from "solid-js";
import { type CredentialAnswer, listCredentials } from "../../../../core/contract/credentials";
import { useOperation } from "../../api/use-operation";
import { Button } from "../../components/button";
import { Page } from "../../components/page";
import { Answered, Panel } from "../../components/panel";
import { SkeletonLines } from "../../components/skeleton";
import { EmptyState } from "../../components/states";
import { AddDialog } from "./add-dialog";
import styles from "./credentials.module.css";
import { CredentialsTable } from "./credentials-table";
import { RemoveDialog } from "./remove-dialog";
import { ReplaceDialog } from "./replace-dialog";

const lead =
  "Provider credentials — add your API keys for each AI provider. SmashCost encrypts them and routes your requests through whichever provider and model best matches each task. You keep the direct billing relationship with each provider (BYOK — Bring Your Own Keys).";

/** What is open over the page, one at a time. */
type Open =
  | { readonly what: "add" }
  | { readonly what: "replace"; readonly credential: CredentialAnswer }
  | { readonly what: "remove"; readonly credential: CredentialAnswer };

/** Failing ones are tested elsewhere as well; a look now and then finds out. */
const everyMs = 60_000;

export const CredentialsPage = () => {
  const asked = useOperation(listCredentials, undefined, () => ({ everyMs }));
  const [open, setOpen] = createSignal<Open>();
  const close = () => setOpen(undefined);
  const opened = <What extends Open["what"]>(what: What) => {
    const now = open();
    return now?.what === what && (now as Extract<Open, { what: What }>);
  };
  const providers = () => asked.data?.providers ?? [];
  const stored = () => asked.data?.credentials.map(({ provider }) => provider) ?? [];
  const addable = () => providers().filter(({ provider }) => !stored().includes(provider));
  const needsOf = ({ provider }: CredentialAnswer) =>
    providers().find((one) => one.provider === provider);
  const addButton = () => (
    <Button
      look="primary"
      needs="admin"
      disabledBecause={
        asked.data && addable().length === 0 ? "Every provider has a credential." : undefined
      }
      onClick={() => setOpen({ what: "add" })}
    >
      <Plus size={16} aria-hidden="true" />
      Add
    </Button>
  );
  return (
    <Page title="Provider credentials" lead={lead} actions={addButton()}>
      <Panel title="Providers" flush>
        <Answered
          what="provider credentials"
          asked={asked}
          skeleton={
            <div class={styles.skeleton}>
              <SkeletonLines lines={4} height={36} />
            </div>
          }
        >
          {(answer) => (
            <Show
              when={answer().credentials.length > 0}
              fallback={<EmptyState title="Add a provider to send traffic" actions={addButton()} />}
            >
              <CredentialsTable
                credentials={answer().credentials}
                onReplace={(credential) => setOpen({ what: "replace", credential })}
                onRemove={(credential) => setOpen({ what: "remove", credential })}
              />
            </Show>
          )}
        </Answered>
      </Panel>
      <Switch>
        <Match when={opened("add")}>
          <AddDialog providers={addable()} onClose={close} />
        </Match>
        <Match when={opened("replace")} keyed>
          {(now) => (
            <Show when={needsOf(now.credential)}>
              {(needs) => (
                <ReplaceDialog credential={now.credential} needs={needs()} onClose={close} />
              )}
            </Show>
          )}
        </Match>
        <Match when={opened("remove")}>
          {(now) => <RemoveDialog credential={now().credential} onClose={close} />}
        </Match>
      </Switch>
    </Page>
  );
};
