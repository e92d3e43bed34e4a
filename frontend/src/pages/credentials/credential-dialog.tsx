import { createSignal, createUniqueId, type JSX, onCleanup, Show } from "solid-js";
import { putCredential, testEnteredCredential } from "../../../../core/contract/credentials";
import { providerLabel } from "../../../../core/contract/provider-label";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { Notice } from "../../components/notice";
import { say } from "../../components/toast";
import { CredentialFields } from "./credential-fields";
import type { CredentialForm } from "./credential-form";
import styles from "./credentials.module.css";
import type { EnteredCredential, ProviderNeeds } from "./read-credential";
import { type Verdict, VerdictNotice } from "./verdict-notice";

/** Tests what was typed, and stores it if the provider takes it. */
const useStoring = (needs: () => ProviderNeeds, onStored: () => void) => {
  const [verdict, setVerdict] = createSignal<Verdict>();
  const attempt = useChange(testEnteredCredential, ["audit.list"]);
  const put = useChange(putCredential, ["credentials.list", "models.list", "audit.list"]);
  const store = async (body: EnteredCredential) => {
    const { provider } = needs();
    const { status } = await put.run({ params: { provider }, body });
    const name = providerLabel(provider);
    say(status === "works" ? `${name} works.` : `Saved ${name}. It is not tested yet.`);
    onStored();
  };
  return {
    verdict,
    forget: () => setVerdict(undefined),
    store,
    tryAndStore: async (body: EnteredCredential) => {
      setVerdict(undefined);
      const said = await attempt.run({ params: { provider: needs().provider }, body });
      if (said.ok) await store(body);
      else setVerdict(said);
    },
  };
};

/** Takes a provider's credential; it is tested before it is stored. */
export const CredentialDialog = (props: {
  readonly title: string;
  readonly lead?: JSX.Element;
  readonly form: CredentialForm;
  /** undefined: no provider is chosen yet. */
  readonly needs: ProviderNeeds | undefined;
  /** Above the fields: which provider. */
  readonly children?: JSX.Element;
  readonly onClose: () => void;
}) => {
  const id = createUniqueId();
  const chosen = (): ProviderNeeds => {
    if (!props.needs) throw new Error("no provider is chosen");
    return props.needs;
  };
  const storing = useStoring(chosen, () => props.onClose());
  // The key is kept no longer than it is needed.
  onCleanup(() => props.form.reset());
  const form = (): CredentialForm => ({
    ...props.form,
    set: (name, value) => {
      storing.forget();
      props.form.set(name, value);
    },
  });
  const { status } = props.form;
  return (
    <Dialog
      open
      stays={status.touched || status.busy}
      onClose={() => props.onClose()}
      title={props.title}
      description={props.lead}
      actions={
        <>
          <Button
            disabledBecause={status.busy ? "It is being tested." : undefined}
            onClick={() => props.onClose()}
          >
            Cancel
          </Button>
          <Button
            type="submit"
            form={id}
            look="primary"
            busy={status.busy}
            disabledBecause={props.needs ? undefined : "Choose a provider first."}
          >
            {status.busy ? "Testing…" : "Test and save"}
          </Button>
        </>
      }
    >
      <form
        id={id}
        class={styles.form}
        noValidate
        autocomplete="off"
        onSubmit={(event) => void props.form.submit(storing.tryAndStore)(event)}
      >
        {props.children}
        <Show when={props.needs} keyed>
          {(needs) => <CredentialFields form={form()} needs={needs} />}
        </Show>
        <Show when={storing.verdict()}>
          {(verdict) => (
            <VerdictNotice
              provider={chosen().provider}
              verdict={verdict()}
              busy={status.busy}
              onSaveAnyway={() => void props.form.submit(storing.store)()}
            />
          )}
        </Show>
        <Show when={status.error}>
          {(message) => (
            <Notice tone="danger">
              Couldn't save it: {message().replace(/\.$/, "")}. What you entered is still here.
            </Notice>
          )}
        </Show>
      </form>
    </Dialog>
  );
};
