import * as z from "zod";
import { line, timeZoneField } from "../../../../core/contract/fields";
import { Panel } from "../../components/panel";
import { TextField } from "../../components/text-field";
import { TimeZoneField } from "../../components/time-zone-field";
import { useWorkspace } from "../../state/workspace";
import styles from "./settings.module.css";
import { createSettingsForm, SettingsForm } from "./settings-form";

const schema = z.object({ name: line(100), timeZone: timeZoneField });

export const OrganizationPanel = () => {
  const { organization } = useWorkspace();
  const form = createSettingsForm(
    () => ({ name: organization().name, timeZone: organization().timeZone }),
    (typed) => schema.safeParse(typed),
  );
  return (
    <Panel title="Organization">
      <SettingsForm form={form}>
        <div class={styles.pair}>
          <TextField
            label="Name of organization"
            name="name"
            value={form.typed.name}
            onInput={(text) => form.set("name", text)}
            error={form.errors.name}
          />
          <TimeZoneField
            value={form.typed.timeZone}
            onInput={(text) => form.set("timeZone", text)}
            error={form.errors.timeZone}
          />
        </div>
      </SettingsForm>
    </Panel>
  );
};
