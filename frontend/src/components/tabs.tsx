import { Tabs as Base } from "@kobalte/core/tabs";
import { For, type JSX } from "solid-js";
import styles from "./tabs.module.css";

export type Tab = {
  readonly value: string;
  readonly title: string;
  readonly content: () => JSX.Element;
};

/** Several views of one thing, one at a time. */
export const Tabs = (props: { readonly label: string; readonly tabs: readonly Tab[] }) => (
  <Base>
    <Base.List class={styles.list} aria-label={props.label}>
      <For each={props.tabs}>
        {(tab) => (
          <Base.Trigger class={styles.tab} value={tab.value}>
            {tab.title}
          </Base.Trigger>
        )}
      </For>
    </Base.List>
    <For each={props.tabs}>
      {(tab) => (
        <Base.Content class={styles.panel} value={tab.value}>
          {tab.content()}
        </Base.Content>
      )}
    </For>
  </Base>
);
