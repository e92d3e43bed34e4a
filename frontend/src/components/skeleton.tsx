import { Index } from "solid-js";
import styles from "./skeleton.module.css";

/** Where something will stand, of its final height. @param height - CSS pixels. */
export const Skeleton = (props: { readonly height: number; readonly width?: string }) => (
  <span
    class={styles.skeleton}
    aria-hidden="true"
    style={{ "block-size": `${props.height}px`, "inline-size": props.width ?? "100%" }}
  />
);

/** Rows of a list or table that will come. */
export const SkeletonLines = (props: { readonly lines: number; readonly height?: number }) => (
  <div class={styles.lines}>
    <Index each={Array.from({ length: props.lines })}>
      {() => <Skeleton height={props.height ?? 24} />}
    </Index>
  </div>
);
