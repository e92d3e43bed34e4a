import type { JSX } from "solid-js";
import styles from "./badge.module.css";

export type Tone = "success" | "warning" | "danger" | "neutral" | "accent";

/** A state in a word, with a mark whose shape and color go with it. */
export const Badge = (props: { readonly tone: Tone; readonly children: JSX.Element }) => (
  <span class={`${styles.badge} ${styles[props.tone]}`}>
    <span class={styles.dot} aria-hidden="true" />
    {props.children}
  </span>
);
