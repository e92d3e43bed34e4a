import { Show } from "solid-js";
import styles from "./code-block.module.css";
import { CopyButton } from "./copy-button";

/** Code to be read and copied whole. */
export const CodeBlock = (props: {
  readonly code: string;
  /** Names it for screen readers: "curl example". */
  readonly label: string;
  readonly copy?: boolean;
  readonly wrap?: boolean;
}) => (
  <div class={styles.block}>
    {/* It scrolls, so the keyboard must reach it. */}
    <section class={styles.scroll} aria-label={props.label} tabindex="0">
      <pre
        class={`${styles.code} ${props.wrap ? styles.wrap : ""} ${props.copy ? styles.room : ""}`}
      >
        <code>{props.code}</code>
      </pre>
    </section>
    <Show when={props.copy}>
      <div class={styles.copy}>
        <CopyButton text={props.code} />
      </div>
    </Show>
  </div>
);
