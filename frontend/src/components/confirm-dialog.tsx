import { createSignal, type JSX, Show } from "solid-js";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Notice } from "./notice";
import { TextField } from "./text-field";

/**
 * Asks before what can't be undone: nothing happens until a name is typed as it is written.
 *
 * @param onConfirm - its failure is told in the dialog, which then stays.
 */
export const ConfirmDialog = (props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children?: JSX.Element;
  /** What must be typed; absent: nothing. */
  readonly typed?: string;
  /** @default "Type … to confirm" */
  readonly typedLabel?: string;
  readonly confirm: string;
  readonly onConfirm: () => Promise<unknown>;
}) => {
  const [text, setText] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const close = () => {
    setText("");
    setError(undefined);
    props.onClose();
  };
  const missing = () =>
    props.typed !== undefined && text().trim() !== props.typed
      ? `Type ${props.typed} first`
      : undefined;
  const confirm = async (event?: Event) => {
    event?.preventDefault();
    if (busy() || missing() !== undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      await props.onConfirm();
      close();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : "that did not work");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={props.title}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            look="dangerous"
            busy={busy()}
            disabledBecause={missing()}
            onClick={() => void confirm()}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
      <Show when={props.typed}>
        {(typed) => (
          <form onSubmit={(event) => void confirm(event)}>
            <TextField
              name="confirmation"
              label={props.typedLabel ?? `Type ${typed()} to confirm`}
              value={text()}
              onInput={setText}
              autofocus
            />
          </form>
        )}
      </Show>
      <Show when={error()}>{(message) => <Notice tone="danger">{message()}</Notice>}</Show>
    </Dialog>
  );
};
