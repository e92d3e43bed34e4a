import { useQueryClient } from "@tanstack/solid-query";
import { createKey, type KeyAnswer } from "../../../../core/contract/keys";
import type { OperationId } from "../../../../core/contract/operations";
import { useSession } from "../../state/session-context";
import { KeyDialog } from "./key-dialog";
import { useKeyForm } from "./key-form";
import { emptyKey, toCreated } from "./read-key-form";

/** A key that was just made, with its whole text, which is nowhere else. */
export type MadeKey = { readonly key: KeyAnswer; readonly secret: string };

const outdated: readonly OperationId[] = ["keys.list", "plan.get", "audit.list"];

/** Makes a key; what makes it is told its whole text once. */
export const CreateKeyDialog = (props: {
  readonly environments: readonly string[];
  readonly onMade: (made: MadeKey) => void;
  readonly onClose: () => void;
}) => {
  const { call } = useSession();
  const client = useQueryClient();
  const form = useKeyForm(emptyKey());
  return (
    <KeyDialog
      title="Create an API key"
      lead="The key is shown once, right after it is made."
      form={form}
      environments={props.environments}
      confirm="Create key"
      onClose={() => props.onClose()}
      onSend={async (settings) => {
        try {
          // Not by a cached mutation: the answer holds the secret.
          props.onMade(await call(createKey, { body: toCreated(settings) }));
        } finally {
          // Nobody waits for the list: the secret is to be seen at once. Also after a failure, as
          // an answer that got lost may have made a key.
          for (const id of outdated) void client.invalidateQueries({ queryKey: [id] });
        }
      }}
    />
  );
};
