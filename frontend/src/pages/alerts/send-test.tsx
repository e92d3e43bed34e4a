import { createEffect, createSignal, on, Show } from "solid-js";
import { type AlertAnswer, testAlert } from "../../../../core/contract/alerts";
import { useChange } from "../../api/use-change";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import styles from "./alerts.module.css";

/** Sends what an alert sends, marked as a test, and says who got it. */
export const SendTest = (props: {
  readonly alert: AlertAnswer;
  /** Something is typed that was not saved: a test would go by what was. */
  readonly unsaved: boolean;
  /** How often something was saved: what was said of a test before is old. */
  readonly saved: number;
}) => {
  const change = useChange(testAlert);
  const [got, setGot] = createSignal<readonly string[]>();
  const forget = () => {
    setGot(undefined);
    change.forget();
  };
  createEffect(on(() => props.saved, forget, { defer: true }));
  const why = () => {
    if (props.unsaved) return "Save first: a test goes by what is saved.";
    return props.alert.thresholdMicroUsd === 0
      ? "The alert is off: set a threshold first."
      : undefined;
  };
  const send = async () => {
    setGot(undefined);
    const answer = await change.run().catch(() => undefined);
    setGot(answer?.recipients);
  };
  return (
    <>
      <Button
        needs="admin"
        disabledBecause={why()}
        busy={change.busy()}
        onClick={() => void send()}
      >
        Send test
      </Button>
      <Show when={change.error()}>
        {(error) => (
          <div class={styles.told}>
            <Notice tone="danger">Couldn't send the test: {error().message}</Notice>
          </div>
        )}
      </Show>
      <Show when={got()}>
        {(recipients) => (
          <div class={styles.told}>
            <Notice tone="success">Test sent to {recipients().join(", ")}.</Notice>
          </div>
        )}
      </Show>
    </>
  );
};
