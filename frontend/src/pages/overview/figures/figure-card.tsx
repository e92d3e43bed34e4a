import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { ChangeText } from "../../../format/change";
import styles from "./figures.module.css";
import { Hint } from "./hint";
import { JudgedChange } from "./judged-change";

export type Figure = {
  readonly title: string;
  readonly value: string;
  /** On hover: the same, exact. */
  readonly exact?: string;
  /** undefined: there is nothing to compare with. */
  readonly change: ChangeText | undefined;
  readonly good?: "up" | "down";
  /** How it is counted. */
  readonly hint?: string;
  readonly notes: string;
  /** Where its rows are. */
  readonly href: string;
};

/** One figure of the period, how it changed, what it leaves out; it opens its rows. */
export const FigureCard = (props: { readonly figure: Figure }) => (
  <li class={styles.card}>
    <span class={styles.title}>
      {props.figure.title}
      <Show when={props.figure.hint}>
        {(hint) => (
          <Hint label={`How ${props.figure.title.toLowerCase()} is counted`} text={hint()} />
        )}
      </Show>
    </span>
    <A
      class={styles.value ?? ""}
      href={props.figure.href}
      title={props.figure.exact}
      aria-label={`${props.figure.title}: ${props.figure.value}, open its requests`}
    >
      {props.figure.value}
    </A>
    <Show when={props.figure.change} fallback={<span class={styles.change}>nothing before</span>}>
      {(change) => (
        <JudgedChange change={change()} {...(props.figure.good && { good: props.figure.good })} />
      )}
    </Show>
    <span class={styles.note}>{props.figure.notes}</span>
  </li>
);
