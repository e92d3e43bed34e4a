import { createMemo } from "solid-js";
import * as z from "zod";
import { offerField } from "../../../../core/contract/fields";
import { listModels } from "../../../../core/contract/models";
import { useOperation } from "../../api/use-operation";
import { Panel } from "../../components/panel";
import { SuggestField } from "../../components/suggest-field";
import { TextField } from "../../components/text-field";
import { useWorkspace } from "../../state/workspace";
import { countText } from "./limit-fields";
import { PromptStorage } from "./prompt-storage";
import styles from "./settings.module.css";
import { createSettingsForm, SettingsForm } from "./settings-form";

const noModel = "Name a model of the catalog as provider/model, or leave it empty.";

const schema = z.object({
  baselineModel: z
    .string()
    .trim()
    .transform((text) => (text === "" ? null : text))
    .pipe(offerField.nullable().catch((issue) => issue.value as never))
    .refine((text) => text === null || offerField.safeParse(text).success, noModel),
  retentionDays: countText("days", 3_650),
});

/** What savings are held against, and how long requests are kept. */
export const RecordsPanel = () => {
  const { organization } = useWorkspace();
  const catalog = useOperation(listModels);
  const options = createMemo(() =>
    (catalog.data?.models ?? [])
      .filter(({ status, prices }) => status !== "retired" && prices !== null)
      .map(({ offer, name }) => ({ value: offer, label: name })),
  );
  const form = createSettingsForm(
    () => ({
      baselineModel: organization().baselineModel ?? "",
      retentionDays: organization().retentionDays?.toString() ?? "",
    }),
    (typed) => schema.safeParse(typed),
  );
  return (
    <Panel title="Savings and records">
      <SettingsForm form={form}>
        <div class={styles.pair}>
          <SuggestField
            label="Baseline model for auto"
            name="baselineModel"
            value={form.typed.baselineModel}
            onInput={(text) => form.set("baselineModel", text)}
            options={options()}
            hint="Requests for auto name no model: their saving is told against this one. Empty: it is unknown."
            error={form.errors.baselineModel}
          />
          <TextField
            label="Keep each request's row (days)"
            name="retentionDays"
            inputmode="numeric"
            value={form.typed.retentionDays}
            onInput={(text) => form.set("retentionDays", text)}
            hint="Empty: for good. Totals are kept for good."
            error={form.errors.retentionDays}
          />
        </div>
      </SettingsForm>
      <PromptStorage />
    </Panel>
  );
};
