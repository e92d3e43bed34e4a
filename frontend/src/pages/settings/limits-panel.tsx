import * as z from "zod";
import { Panel } from "../../components/panel";
import { TextField } from "../../components/text-field";
import { budgetText, typedBudget } from "../../state/budget-text";
import { useWorkspace } from "../../state/workspace";
import { countText } from "./limit-fields";
import styles from "./settings.module.css";
import { createSettingsForm, SettingsForm } from "./settings-form";

const schema = z
  .object({
    daily: budgetText,
    monthly: budgetText,
    requestsPerMinute: countText("requests", 1_000_000),
  })
  .transform(({ daily, monthly, requestsPerMinute }) => ({
    budget:
      daily === undefined && monthly === undefined
        ? null
        : {
            ...(daily !== undefined && { dailyMicroUsd: daily }),
            ...(monthly !== undefined && { monthlyMicroUsd: monthly }),
          },
    requestsPerMinute,
  }));

/** What holds for all keys together. */
export const LimitsPanel = () => {
  const { organization } = useWorkspace();
  const form = createSettingsForm(
    () => ({
      daily: typedBudget(organization().budget.dailyMicroUsd),
      monthly: typedBudget(organization().budget.monthlyMicroUsd),
      requestsPerMinute: organization().requestsPerMinute?.toString() ?? "",
    }),
    (typed) => schema.safeParse(typed),
  );
  return (
    <Panel
      title="Limits"
      description="For all keys together; keys can have limits of their own. Requests beyond a limit are refused. Leave a field empty for no limit."
    >
      <SettingsForm form={form}>
        <div class={styles.pair}>
          <TextField
            label="Daily budget (USD)"
            name="daily"
            inputmode="decimal"
            prefix="$"
            value={form.typed.daily}
            onInput={(text) => form.set("daily", text)}
            error={form.errors.daily}
          />
          <TextField
            label="Monthly budget (USD)"
            name="monthly"
            inputmode="decimal"
            prefix="$"
            value={form.typed.monthly}
            onInput={(text) => form.set("monthly", text)}
            error={form.errors.monthly}
          />
          <TextField
            label="Requests per minute"
            name="requestsPerMinute"
            inputmode="numeric"
            value={form.typed.requestsPerMinute}
            onInput={(text) => form.set("requestsPerMinute", text)}
            error={form.errors.requestsPerMinute}
          />
        </div>
      </SettingsForm>
    </Panel>
  );
};
