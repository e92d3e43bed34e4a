import { Show } from "solid-js";
import type { ChangeText } from "../../../format/change";
import styles from "./figures.module.css";

const arrows = { up: "▲", down: "▼", same: "" } as const;

/** A change against the period before: an arrow, and a word where one direction is the better one. */
export const JudgedChange = (props: {
  readonly change: ChangeText;
  /** Which direction is good; undefined: neither. */
  readonly good?: "up" | "down";
}) => {
  const verdict = () => {
    if (props.good === undefined || props.change.direction === "same") return undefined;
    return props.change.direction === props.good ? "better" : "worse";
  };
  return (
    <span class={`${styles.change} ${styles[verdict() ?? "plain"] ?? ""}`}>
      <span aria-hidden="true" class={styles.arrow}>
        {arrows[props.change.direction]}
      </span>
      {props.change.text}
      <Show when={verdict()}>{(word) => <span> {word()}</span>}</Show>
    </span>
  );
};
