import styles from "./swatch.module.css";
import { type SeriesNumber, seriesToken } from "./token-color";

/**
 * The color of a series beside its name, striped as it is drawn; `line`: of what is drawn as a line,
 * `soFar`: of what has not ended.
 */
export const Swatch = (props: { readonly series: SeriesNumber | "line" | "soFar" }) => (
  <span
    class={`${styles.swatch} ${styles[String(props.series)] ?? ""}`}
    aria-hidden="true"
    style={{
      "--shown":
        props.series === "line" || props.series === "soFar"
          ? undefined
          : `var(${seriesToken(props.series)})`,
    }}
  />
);
