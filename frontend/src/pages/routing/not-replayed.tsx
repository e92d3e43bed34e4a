import { For, Show } from "solid-js";
import { formatPlural } from "../../format/count";
import type { Simulated } from "./mode-table";
import { reasonText } from "./mode-texts";
import styles from "./routing.module.css";

/** Requests that are in no figure above, and why. */
export const NotReplayed = (props: { readonly left: Simulated["left"] }) => (
  <Show when={props.left.length > 0}>
    <section class={styles.part} aria-label="Not replayed">
      <div class={styles.partHead}>
        <h3>Not replayed</h3>
      </div>
      <ul class={styles.list}>
        <For each={props.left}>
          {({ why, requests }) => (
            <li>
              <strong>{formatPlural(requests, "request")}</strong> {reasonText(why)}
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
);
