import { type KeyAnswer, updateKey } from "../../../../core/contract/keys";
import { useChange } from "../../api/use-change";
import { say } from "../../components/toast";
import { useWorkspace } from "../../state/workspace";
import { KeyDialog } from "./key-dialog";
import { useKeyForm } from "./key-form";
import { typedKey } from "./read-key-form";

/** Changes what a key may do; the key itself stays the same. */
export const EditKeyDialog = (props: {
  readonly key: KeyAnswer;
  readonly environments: readonly string[];
  readonly onClose: () => void;
}) => {
  const { organization } = useWorkspace();
  const change = useChange(updateKey, ["keys.list", "audit.list"]);
  const form = useKeyForm(typedKey(props.key, organization().timeZone));
  return (
    <KeyDialog
      title={`Edit ${props.key.name}`}
      lead={<span class="mono">…{props.key.last4}</span>}
      form={form}
      environments={props.environments}
      confirm="Save"
      onClose={() => props.onClose()}
      onSend={async ({ storePromptsDays, ...settings }) => {
        // Where the organization stores none, the field can't be changed, and is not sent.
        const stored = organization().promptStorage ? { storePromptsDays } : {};
        await change.run({ params: { key: props.key.id }, body: { ...settings, ...stored } });
        say(`Saved ${settings.name}. It counts from the next request on.`);
        props.onClose();
      }}
    />
  );
};
