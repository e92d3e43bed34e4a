import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Simulated } from "./mode-table";
import { modeTexts } from "./mode-texts";
import styles from "./routing.module.css";

/** Keys whose own mode holds whatever the organization's is. */
export const OverridingKeys = (props: { readonly keys: Simulated["overriding"] }) => (
  <section class={styles.part} aria-label="Keys with a mode of their own">
    <div class={styles.partHead}>
      <h3>Keys with a mode of their own</h3>
    </div>
    <Show
      when={props.keys.length > 0}
      fallback={<p class={`${styles.note} muted`}>None: the mode above holds for every key.</p>}
    >
      <p class={`${styles.note} muted`}>
        Applying a mode leaves these alone. The figures above replay their requests in each mode all
        the same.
      </p>
      <ul class={styles.list}>
        <For each={props.keys}>
          {({ key, name, mode }) => (
            <li>
              <A href={`/requests?key=${encodeURIComponent(key)}&period=7d`}>{name}</A>
              {`: ${modeTexts[mode].title}`}
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
);
