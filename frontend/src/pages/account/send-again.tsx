import { createSignal, type JSX, Show } from "solid-js";
import styles from "./account.module.css";
import { useAttempt } from "./use-attempt";

/** Has an e-mail sent anew, and says what came of it in the same place. */
export const SendAgain = (props: {
  /** Before the link: "Link expired." */
  readonly lead?: JSX.Element;
  readonly label: string;
  readonly send: () => Promise<unknown>;
}) => {
  const [sent, setSent] = createSignal(false);
  const attempt = useAttempt("send it", "This address is confirmed already. Sign in.");
  const press = async () => {
    setSent(false);
    setSent(await attempt.run(() => props.send()));
  };
  return (
    <div>
      <p>
        {props.lead}
        <Show when={props.lead}> </Show>
        <button
          type="button"
          class={styles.act}
          aria-disabled={attempt.busy() ? "true" : undefined}
          onClick={() => void press()}
        >
          {props.label}
        </button>
      </p>
      <p role="status" class="muted">
        {attempt.busy()
          ? "Sending…"
          : (attempt.error() ?? (sent() ? "Sent. It takes a minute." : ""))}
      </p>
    </div>
  );
};
