import styles from "./routing.module.css";

/** How a mode's cost compares with the dearest mode's; the figure stands beside it. */
export const CostBar = (props: { readonly cost: string; readonly largest: bigint }) => {
  // Exact to a tenth of a percent, whatever the size of the sums.
  const percent = () =>
    props.largest <= 0n ? 0 : Number((BigInt(props.cost) * 1_000n) / props.largest) / 10;
  return (
    <span class={styles.bar} aria-hidden="true">
      <span class={styles.fill} style={{ "inline-size": `${percent()}%` }} />
    </span>
  );
};
