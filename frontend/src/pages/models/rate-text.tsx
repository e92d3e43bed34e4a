import { exactUsd, formatUsd } from "../../../../core/contract/money";
import { pricedTokens } from "./price-text";

/**
 * What tokens cost at a rate: exact on hover; `free` is a price, `unpriced` the lack of one.
 *
 * @param rate - µUSD per million tokens; null: the provider has none of its own.
 */
export const RateText = (props: {
  readonly rate: number | null | undefined;
  readonly tokens: number;
  /** @default "unpriced" */
  readonly unknown?: string;
}) => {
  const amount = () =>
    props.rate === null || props.rate === undefined
      ? undefined
      : pricedTokens(props.rate, props.tokens);
  const text = () => {
    const known = amount();
    if (known === undefined) return props.unknown ?? "unpriced";
    return known === 0n ? "free" : formatUsd(known);
  };
  const exact = () => {
    const known = amount();
    return known === undefined ? undefined : exactUsd(known);
  };
  return (
    <span class={amount() === undefined ? "muted" : undefined} title={exact()}>
      {text()}
    </span>
  );
};

/** What 500 tokens in and 200 out cost. @param pico - pUSD; null: unpriced. */
export const TypicalText = (props: { readonly pico: string | null }) => (
  <span
    class={props.pico === null ? "muted" : undefined}
    title={props.pico === null ? undefined : exactUsd(BigInt(props.pico))}
  >
    {props.pico === null ? "unpriced" : props.pico === "0" ? "free" : formatUsd(BigInt(props.pico))}
  </span>
);
