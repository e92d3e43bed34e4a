import styles from "./swatch.module.css";
import { type SeriesNumber, seriesToken } from "./token-color";

/** The color of a series beside its name; `line`: of what is drawn as a line. */
export const Swatch = (props: {
  readonly series: SeriesNumber | "line";
  readonly hatched?: boolean;
}) => (
  <span
    class={`${styles.swatch} ${props.hatched ? styles.hatched : ""} ${props.series === "line" ? styles.line : ""}`}
    aria-hidden="true"
    style={{
      "--shown": props.series === "line" ? undefined : `var(${seriesToken(props.series)})`,
    }}
  />
);
