import { Show } from "solid-js";
import { type CredentialAnswer, testCredential } from "../../../../core/contract/credentials";
import { providerLabel } from "../../../../core/contract/provider-label";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import styles from "./credentials.module.css";

export type CredentialActionsProps = {
  readonly onReplace: (credential: CredentialAnswer) => void;
  readonly onRemove: (credential: CredentialAnswer) => void;
};

/** What can be done with a stored credential; a test that failed by itself is told beside it. */
export const CredentialActions = (
  props: CredentialActionsProps & { readonly credential: CredentialAnswer },
) => {
  const test = useChange(testCredential, ["credentials.list", "models.list", "audit.list"]);
  const name = () => providerLabel(props.credential.provider);
  const run = async () => {
    try {
      await test.run({ params: { provider: props.credential.provider } });
    } catch {
      // It is told below.
    }
  };
  return (
    <span class={styles.actionsCell}>
      <span class={styles.actions}>
        <Button
          needs="member"
          busy={test.busy()}
          aria-label={`Test ${name()}`}
          onClick={() => void run()}
        >
          Test
        </Button>
        <Button
          needs="admin"
          aria-label={`Replace ${name()}`}
          onClick={() => props.onReplace(props.credential)}
        >
          Replace
        </Button>
        <Button
          needs="admin"
          look="danger"
          aria-label={`Remove ${name()}`}
          onClick={() => props.onRemove(props.credential)}
        >
          Remove
        </Button>
      </span>
      <Show when={test.error()}>
        {(error) => (
          <span class={styles.error} role="alert">
            Couldn't test it: {error().message}
          </span>
        )}
      </Show>
    </span>
  );
};
