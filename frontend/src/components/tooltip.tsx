import { Tooltip as Base } from "@kobalte/core/tooltip";
import type { JSX } from "solid-js";
import styles from "./tooltip.module.css";

/** Words on hover and focus; never the only place where something is said. */
export const Tooltip = (props: { readonly text: string; readonly children: JSX.Element }) => (
  <Base openDelay={300} closeDelay={80} gutter={6}>
    <Base.Trigger as="span" class={styles.trigger}>
      {props.children}
    </Base.Trigger>
    <Base.Portal>
      <Base.Content class={styles.content}>{props.text}</Base.Content>
    </Base.Portal>
  </Base>
);
