import { createEffect, createSignal, on, Show } from "solid-js";
import * as z from "zod";
import { type AlertAnswer, putAlert } from "../../../../core/contract/alerts";
import { formatUsdTotal } from "../../../../core/contract/money";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { TextField } from "../../components/text-field";
import { say } from "../../components/toast";
import { picoOf, readUsd, typedUsd } from "../../format/typed-usd";
import { createForm } from "../../state/form";
import { useWorkspace } from "../../state/workspace";
import styles from "./alerts.module.css";
import { readRecipients, recipientsText } from "./recipients-text";
import { SendTest } from "./send-test";

import { WhoIsTold } from "./who-is-told";

const centDecimals = 2;

type Settings = Pick<AlertAnswer, "thresholdMicroUsd" | "recipients">;

/** What was typed as what is sent, each problem under its field. */
const settingsField = z
  .object({ threshold: z.string(), recipients: z.string() })
  .transform(({ threshold, recipients: typed }, context) => {
    const read = readRecipients(typed);
    if ("problem" in read) {
      context.addIssue({ code: "custom", path: ["recipients"], message: read.problem });
    }
    const amount = readUsd(threshold);
    if ("problem" in amount) {
      context.addIssue({ code: "custom", path: ["threshold"], message: amount.problem });
    }
    const thresholdMicroUsd = "microUsd" in amount ? amount.microUsd : 0;
    return { thresholdMicroUsd, recipients: "recipients" in read ? read.recipients : [] };
  });

const savedText = ({ thresholdMicroUsd }: Settings): string =>
  thresholdMicroUsd === 0
    ? "The spend alert is off."
    : `The spend alert is set to ${formatUsdTotal(picoOf(thresholdMicroUsd))}.`;

/** Threshold and recipients. What others set comes in as long as nothing is typed here. */
export const AlertForm = (props: { readonly alert: AlertAnswer }) => {
  const { may } = useWorkspace();
  const change = useChange(putAlert, ["alerts.get", "alerts.crossings"]);
  const settings = (): Settings => ({
    thresholdMicroUsd: props.alert.thresholdMicroUsd,
    recipients: props.alert.recipients,
  });
  const form = createForm(
    () => ({
      threshold: typedUsd(props.alert.thresholdMicroUsd, centDecimals),
      recipients: recipientsText(props.alert.recipients),
    }),
    (typed) => settingsField.safeParse(typed),
  );
  createEffect(
    on(
      () => JSON.stringify(settings()),
      () => {
        if (!form.status.touched) form.reset();
      },
      { defer: true },
    ),
  );
  const put = ({ thresholdMicroUsd, recipients }: Settings) =>
    change.run({ body: { thresholdMicroUsd, recipients: [...recipients] } });
  const [saved, setSaved] = createSignal(0);
  const save = form.submit(async (sent) => {
    const before = settings();
    await put(sent);
    form.set("recipients", recipientsText(sent.recipients));
    form.set("threshold", typedUsd(sent.thresholdMicroUsd, centDecimals));
    setSaved(saved() + 1);
    say(savedText(sent), {
      run: () =>
        put(before).then(
          () => form.reset(),
          () => say("Couldn't undo: what you saved still holds."),
        ),
    });
  });
  return (
    <form class={styles.form} onSubmit={(event) => void save(event)} novalidate>
      <TextField
        name="threshold"
        label="Threshold in USD"
        prefix="$"
        inputmode="decimal"
        value={form.typed.threshold}
        onInput={(text) => form.set("threshold", text)}
        error={form.errors.threshold}
        hint="Spend above it in 60 minutes fires the alert. It is checked once a minute."
        readOnly={!may("admin")}
      />
      <TextField
        name="recipients"
        label="Recipients"
        multiline
        value={form.typed.recipients}
        onInput={(text) => form.set("recipients", text)}
        error={form.errors.recipients}
        hint="One address a line. With none, all owners and admins get the email."
        readOnly={!may("admin")}
      />
      <WhoIsTold named={props.alert.recipients} />
      <Show when={form.status.error}>
        <Notice tone="danger">Couldn't save: {form.status.error}</Notice>
      </Show>
      <div class={styles.actions}>
        <Button type="submit" look="primary" needs="admin" busy={form.status.busy}>
          Save
        </Button>
        <SendTest alert={props.alert} unsaved={form.status.touched} saved={saved()} />
      </div>
    </form>
  );
};
