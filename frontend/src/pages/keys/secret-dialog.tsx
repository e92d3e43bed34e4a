import { createSignal, onMount, Show } from "solid-js";
import { Button } from "../../components/button";
import { CodeBlock } from "../../components/code-block";
import { CopyButton } from "../../components/copy-button";
import { Dialog } from "../../components/dialog";
import { Notice } from "../../components/notice";
import { Tabs } from "../../components/tabs";
import { useSession } from "../../state/session-context";
import type { MadeKey } from "./create-key-dialog";
import styles from "./keys.module.css";
import { baseUrlOf, snippets } from "./snippets";
import { useLeaveWarning } from "./use-leave-warning";

const FirstRequest = (props: { readonly secret: string }) => {
  const session = useSession();
  const [baseUrl, setBaseUrl] = createSignal<string>();
  onMount(() => {
    session.config().then(
      (config) => setBaseUrl(baseUrlOf(config.gatewayUrl)),
      // Without the address there is nothing to run; the key is what counts here.
      () => undefined,
    );
  });
  return (
    <div class={styles.snippets}>
      <h3>Send a first request</h3>
      <Show when={baseUrl()}>
        {(url) => (
          <Tabs
            label="Language"
            tabs={snippets({ baseUrl: url(), apiKey: props.secret }).map((snippet) => ({
              value: snippet.language,
              title: snippet.language,
              content: () => (
                <CodeBlock code={snippet.code} label={`${snippet.language} example`} copy wrap />
              ),
            }))}
          />
        )}
      </Show>
    </div>
  );
};

const LeaveNotice = (props: { readonly onStay: () => void; readonly onLeave: () => void }) => (
  <Notice
    tone="danger"
    actions={
      <>
        <Button onClick={() => props.onStay()}>Stay</Button>
        <Button look="danger" onClick={() => props.onLeave()}>
          Leave without it
        </Button>
      </>
    }
  >
    Did you save the key? Once you leave, nobody can show it again.
  </Notice>
);

/** A new key's whole text, this once; it stays until whoever made it says that it is saved. */
export const SecretDialog = (props: { readonly made: MadeKey; readonly onSaved: () => void }) => {
  const warning = useLeaveWarning();
  return (
    <Dialog
      open
      wide
      stays
      onClose={() => undefined}
      title={`Save the key ${props.made.key.name}`}
      description="Copy it to where it is used. It is shown this once: SmashCost keeps only a hash of it."
      actions={
        <Button look="primary" onClick={() => props.onSaved()}>
          I saved it
        </Button>
      }
    >
      <Show when={warning.held()}>
        <LeaveNotice onStay={() => warning.stay()} onLeave={() => warning.leave()} />
      </Show>
      <div class={styles.secret}>
        <CodeBlock code={props.made.secret} label="The new key" wrap />
        <CopyButton text={props.made.secret} look="primary" label="Copy the key" />
      </div>
      <FirstRequest secret={props.made.secret} />
    </Dialog>
  );
};
