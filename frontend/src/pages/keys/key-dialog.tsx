import { createUniqueId, type JSX, Show } from "solid-js";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { Notice } from "../../components/notice";
import { KeyFields } from "./key-fields";
import type { KeyForm } from "./key-form";
import styles from "./keys.module.css";
import type { KeySettings } from "./read-key-form";

/** A key's settings over the page; what was typed goes only by Cancel, or once it is sent. */
export const KeyDialog = (props: {
  readonly title: string;
  readonly lead?: JSX.Element;
  readonly form: KeyForm;
  readonly environments: readonly string[];
  readonly confirm: string;
  readonly onSend: (settings: KeySettings) => Promise<unknown>;
  readonly onClose: () => void;
}) => {
  const id = createUniqueId();
  const { status } = props.form;
  return (
    <Dialog
      open
      wide
      stays={status.touched || status.busy}
      onClose={() => props.onClose()}
      title={props.title}
      description={props.lead}
      actions={
        <>
          <Button
            disabledBecause={status.busy ? "It is being sent." : undefined}
            onClick={() => props.onClose()}
          >
            Cancel
          </Button>
          <Button type="submit" form={id} look="primary" busy={status.busy}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <form
        id={id}
        class={styles.form}
        noValidate
        onSubmit={(event) => void props.form.submit((sent) => props.onSend(sent))(event)}
      >
        <KeyFields form={props.form} environments={props.environments} />
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
