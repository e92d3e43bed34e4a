import { type JSX, Show } from "solid-js";
import type * as z from "zod";
import { updateOrganization } from "../../../../core/contract/organization";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { say } from "../../components/toast";
import { createForm } from "../../state/form";
import { useMayAct } from "../../state/use-may-act";
import styles from "./settings.module.css";
import { useUnsaved } from "./unsaved";

type Changes = z.input<NonNullable<typeof updateOrganization.body>>;

/** A form for some of the organization's settings. */
export const createSettingsForm = <Typed extends Record<string, unknown>>(
  initial: () => Typed,
  read: (typed: Typed) => z.ZodSafeParseResult<Changes>,
) => {
  const update = useChange(updateOrganization, ["organization.get", "me.get"]);
  const form = createForm(initial, read);
  useUnsaved(() => form.status.touched);
  return { ...form, send: form.submit((body) => update.run({ body }).then(() => say("Saved."))) };
};

type Form = Pick<ReturnType<typeof createSettingsForm>, "status" | "reset" | "send">;

/** Its frame: fields that the role may not change are shown, can't be changed, and say why. */
export const SettingsForm = (props: { readonly form: Form; readonly children: JSX.Element }) => {
  const mayAct = useMayAct();
  const why = () => mayAct("admin");
  return (
    <form onSubmit={(event) => void props.form.send(event)}>
      <fieldset class={styles.form} disabled={why() !== undefined}>
        <Show when={why()}>{(reason) => <Notice>{reason()}</Notice>}</Show>
        {props.children}
        <Show when={props.form.status.error}>
          {(words) => <Notice tone="danger">{words()}</Notice>}
        </Show>
        <div class={styles.foot}>
          <Button
            type="submit"
            look="primary"
            needs="admin"
            busy={props.form.status.busy}
            disabledBecause={props.form.status.touched ? undefined : "Nothing was changed"}
          >
            Save
          </Button>
          <Show when={props.form.status.touched}>
            <Button onClick={() => props.form.reset()}>Discard changes</Button>
          </Show>
        </div>
      </fieldset>
    </form>
  );
};
