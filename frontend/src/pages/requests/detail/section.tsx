import { createUniqueId, type JSX } from "solid-js";
import styles from "./detail.module.css";

/** A part of the panel under a heading of its own. */
export const Section = (props: { readonly title: string; readonly children: JSX.Element }) => {
  const id = createUniqueId();
  return (
    <section class={styles.section} aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      {props.children}
    </section>
  );
};
