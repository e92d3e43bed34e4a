import { For, Show } from "solid-js";
import styles from "./breadcrumbs.module.css";

/** Where one is in a tree, and the way up. */
export const Breadcrumbs = (props: {
  readonly label: string;
  readonly steps: readonly string[];
  /** @param depth - how many steps are left. */
  readonly onGo: (depth: number) => void;
}) => (
  <nav aria-label={props.label}>
    <ol class={styles.list}>
      <For each={props.steps}>
        {(step, at) => (
          <li class={styles.item}>
            <Show
              when={at() < props.steps.length - 1}
              fallback={
                <span class={styles.here} aria-current="true">
                  {step}
                </span>
              }
            >
              <button type="button" class={styles.step} onClick={() => props.onGo(at())}>
                {step}
              </button>
            </Show>
          </li>
        )}
      </For>
    </ol>
  </nav>
);
