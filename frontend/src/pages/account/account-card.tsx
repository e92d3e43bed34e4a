import { createEffect, type JSX } from "solid-js";
import styles from "./account.module.css";

/** The one card of a page for whoever is not signed in. */
export const AccountCard = (props: {
  readonly title: string;
  readonly lead?: JSX.Element;
  readonly children: JSX.Element;
}) => {
  createEffect(() => {
    document.title = `${props.title} · SmashCost`;
  });
  return (
    <main class={styles.place}>
      <div class={styles.card}>
        <div class={styles.brand}>
          <img class={styles.mark} src="/icon.svg" alt="" />
          SmashCost
        </div>
        <h1>{props.title}</h1>
        <p class="muted">{props.lead}</p>
        {props.children}
      </div>
    </main>
  );
};
