import { createEffect, type JSX, onMount, Show } from "solid-js";
import styles from "./account.module.css";

/** The one card of a page for whoever is not at work in an organization. */
export const AccountCard = (props: {
  readonly title: string;
  readonly lead?: JSX.Element;
  readonly children: JSX.Element;
  /** Ways to other pages. */
  readonly ways?: JSX.Element;
}) => {
  createEffect(() => {
    document.title = `${props.title} · SmashCost`;
  });
  let card: HTMLDivElement | undefined;
  // The first field, so that nobody has to reach for it.
  onMount(() => card?.querySelector<HTMLElement>("input:not([readonly])")?.focus());
  return (
    <main class={styles.place}>
      <div class={styles.card} ref={card}>
        <div class={styles.brand}>
          <img class={styles.mark} src="/icon.svg" alt="" />
          SmashCost
        </div>
        <div class={styles.head}>
          <h1>{props.title}</h1>
          <Show when={props.lead}>
            <p class="muted">{props.lead}</p>
          </Show>
        </div>
        {props.children}
        <Show when={props.ways}>
          <div class={styles.ways}>{props.ways}</div>
        </Show>
      </div>
    </main>
  );
};
