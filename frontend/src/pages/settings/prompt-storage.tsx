import { createSignal, Show } from "solid-js";
import { updateOrganization } from "../../../../core/contract/organization";
import { useChange } from "../../api/use-change";
import { Notice } from "../../components/notice";
import { SwitchField } from "../../components/switch-field";
import { say } from "../../components/toast";
import { useMayAct } from "../../state/use-may-act";
import { useWorkspace } from "../../state/workspace";
import styles from "./settings.module.css";

/** Shown as switched at once; back where the API refuses it. */
export const PromptStorage = () => {
  const { organization } = useWorkspace();
  const mayAct = useMayAct();
  const update = useChange(updateOrganization, ["organization.get", "me.get"]);
  const [wanted, setWanted] = createSignal<boolean>();
  const isOn = () => wanted() ?? organization().promptStorage;
  const put = async (promptStorage: boolean): Promise<boolean> => {
    setWanted(promptStorage);
    try {
      await update.run({ body: { promptStorage } });
      return true;
    } catch {
      return false; // Said below.
    } finally {
      setWanted(undefined);
    }
  };
  const change = async (on: boolean) => {
    if (update.busy() || !(await put(on))) return;
    say(on ? "Keys may store prompts." : "No key stores prompts any more.", {
      run: () => put(!on),
    });
  };
  return (
    <div class={styles.row}>
      <SwitchField
        label="Prompt storage"
        hint={
          mayAct("admin") ??
          "Whether keys that are set to may store prompts and answers: encrypted, with an expiry. Off: none are stored."
        }
        checked={isOn()}
        disabled={mayAct("admin") !== undefined}
        onChange={(on) => void change(on)}
      />
      <Show when={update.error()}>
        {(error) => (
          <Notice tone="danger">Prompt storage was not changed: {error().message}.</Notice>
        )}
      </Show>
    </div>
  );
};
