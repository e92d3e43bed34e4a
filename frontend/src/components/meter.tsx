import styles from "./meter.module.css";

/** How much of a limit is used: a warning from 80%, an alarm when nothing is left. */
export const Meter = (props: {
  readonly label: string;
  /** From 0; above 1: more than the limit. */
  readonly share: number;
  /** "$8.20 of $10.00" */
  readonly text: string;
}) => {
  const percent = () => Math.round(Math.min(1, Math.max(0, props.share)) * 100);
  const tone = () => (props.share >= 1 ? styles.danger : props.share >= 0.8 ? styles.warning : "");
  return (
    <div class={styles.meter}>
      {/* biome-ignore lint/a11y/useSemanticElements: the browsers' own gauges take no colors of ours */}
      <div
        class={styles.track}
        role="meter"
        aria-label={props.label}
        aria-valuenow={percent()}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={props.text}
      >
        <div class={`${styles.fill} ${tone()}`} style={{ "inline-size": `${percent()}%` }} />
      </div>
      <span class={styles.label}>{props.text}</span>
    </div>
  );
};
