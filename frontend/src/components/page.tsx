import { createEffect, type JSX, onCleanup, Show } from "solid-js";
import styles from "./page.module.css";

/** A screen: its title, in the tab as well, what can be done with it, and what it holds. */
export const Page = (props: {
  readonly title: string;
  readonly lead?: JSX.Element;
  readonly actions?: JSX.Element;
  /** Forms and short lists read better in a narrow column. */
  readonly narrow?: boolean;
  /** As high as the window: a part of it scrolls by itself. */
  readonly fills?: boolean;
  readonly children: JSX.Element;
}) => {
  createEffect(() => {
    document.title = `${props.title} · SmashCost`;
  });
  onCleanup(() => {
    document.title = "SmashCost";
  });
  return (
    <div
      class={`${styles.page} ${props.narrow ? styles.narrow : ""} ${props.fills ? styles.fills : ""}`}
    >
      <header class={styles.head}>
        <h1>{props.title}</h1>
        <div class={styles.actions}>{props.actions}</div>
      </header>
      <Show when={props.lead}>
        <p class={styles.lead}>{props.lead}</p>
      </Show>
      {props.children}
    </div>
  );
};
