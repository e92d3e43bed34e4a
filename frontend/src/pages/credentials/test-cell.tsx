import { Show } from "solid-js";
import type { CredentialAnswer } from "../../../../core/contract/credentials";
import { TimeText } from "../../components/time-text";
import styles from "./credentials.module.css";

/** When a credential was tested last, and what was said where it did not work. */
export const TestCell = (props: { readonly tested: CredentialAnswer["tested"] }) => (
  <Show when={props.tested} fallback={<span class="muted">Never</span>}>
    {(tested) => (
      <span class={styles.tested}>
        <TimeText at={tested().at} />
        <Show when={!tested().result.ok}>
          <span class={styles.said}>“{tested().result.message}”</span>
        </Show>
      </span>
    )}
  </Show>
);
