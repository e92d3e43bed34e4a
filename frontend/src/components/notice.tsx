import type { JSX } from "solid-js";
import styles from "./notice.module.css";

/** Something to be read now, in the page's flow; a failure is read out at once. */
export const Notice = (props: {
  readonly tone?: "info" | "success" | "warning" | "danger";
  readonly children: JSX.Element;
  readonly actions?: JSX.Element;
}) => (
  <div
    class={`${styles.notice} ${styles[props.tone ?? "info"] ?? ""}`}
    role={props.tone === "danger" ? "alert" : "status"}
  >
    <div class={styles.words}>{props.children}</div>
    {props.actions}
  </div>
);
