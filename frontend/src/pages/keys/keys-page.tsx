import Plus from "lucide-solid/icons/plus";
import { createSignal, Match, Switch } from "solid-js";
import { type KeyAnswer, listKeys } from "../../../../core/contract/keys";
import { useOperation } from "../../api/use-operation";
import { Button } from "../../components/button";
import { Page } from "../../components/page";
import { CreateKeyDialog, type MadeKey } from "./create-key-dialog";
import { EditKeyDialog } from "./edit-key-dialog";
import { KeysIntro } from "./keys-intro";
import { KeysPanel } from "./keys-panel";
import { knownEnvironments } from "./known-environments";
import { RevokeKeyDialog } from "./revoke-key-dialog";
import { SecretDialog } from "./secret-dialog";

/** Spend and last use go on while somebody looks. */
const everyMs = 30_000;

/** What is open over the page, one at a time. */
type Open =
  | { readonly what: "create" }
  | { readonly what: "secret"; readonly made: MadeKey }
  | { readonly what: "edit"; readonly key: KeyAnswer }
  | { readonly what: "revoke"; readonly key: KeyAnswer };

export const KeysPage = () => {
  const keys = useOperation(listKeys, undefined, () => ({ everyMs }));
  const environments = () => knownEnvironments(keys.data?.keys ?? []);
  const [open, setOpen] = createSignal<Open>();
  const close = () => setOpen(undefined);
  const create = () => setOpen({ what: "create" });
  const opened = <What extends Open["what"]>(what: What) => {
    const now = open();
    return now?.what === what && (now as Extract<Open, { what: What }>);
  };
  return (
    <Page
      title="API keys"
      actions={
        <Button look="primary" needs="member" onClick={create}>
          <Plus size={16} aria-hidden="true" />
          Create key
        </Button>
      }
    >
      <KeysIntro />
      <KeysPanel
        keys={keys}
        onCreate={create}
        onEdit={(key) => setOpen({ what: "edit", key })}
        onRevoke={(key) => setOpen({ what: "revoke", key })}
      />
      <Switch>
        <Match when={opened("create")}>
          <CreateKeyDialog
            environments={environments()}
            onMade={(made) => setOpen({ what: "secret", made })}
            onClose={close}
          />
        </Match>
        <Match when={opened("secret")}>
          {(now) => <SecretDialog made={now().made} onSaved={close} />}
        </Match>
        <Match when={opened("edit")}>
          {(now) => <EditKeyDialog key={now().key} environments={environments()} onClose={close} />}
        </Match>
        <Match when={opened("revoke")}>
          {(now) => <RevokeKeyDialog key={now().key} onClose={close} />}
        </Match>
      </Switch>
    </Page>
  );
};
