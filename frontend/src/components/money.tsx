import { exactUsd, formatUsd, formatUsdTotal } from "../../../core/contract/money";

/**
 * An amount as a person reads it, exact on hover; no amount is `unpriced`, never $0.
 *
 * @param pico - whole pUSD in decimal digits.
 */
export const Money = (props: {
  readonly pico: string | null;
  /** A sum: cents from one cent up. */
  readonly total?: boolean;
  /** What stands for an amount that is not known. @default "unpriced" */
  readonly unknown?: string;
}) => {
  const amount = () => (props.pico === null ? null : BigInt(props.pico));
  const text = () => {
    const known = amount();
    if (known === null) return props.unknown ?? "unpriced";
    return props.total ? formatUsdTotal(known) : formatUsd(known);
  };
  const exact = () => {
    const known = amount();
    return known === null ? undefined : exactUsd(known);
  };
  return <span title={exact()}>{text()}</span>;
};
