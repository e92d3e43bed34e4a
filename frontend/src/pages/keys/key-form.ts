import { createForm } from "../../state/form";
import { useWorkspace } from "../../state/workspace";
import { type KeySettings, readKeyForm, type TypedKey } from "./read-key-form";

/** The form of a key's settings, begun with what it has. */
export const useKeyForm = (initial: TypedKey) => {
  const { organization } = useWorkspace();
  return createForm<TypedKey, KeySettings>(
    () => ({ ...initial }),
    (typed) =>
      readKeyForm(typed, {
        timeZone: organization().timeZone,
        now: Date.now(),
        expiresOn: initial.expiresOn,
      }),
  );
};

export type KeyForm = ReturnType<typeof useKeyForm>;
