import type { PicoUsd } from "../../core/money/amounts";
import { costOf } from "../../core/money/cost";
import type { PriceCard } from "../../core/money/price-card";
import type { Charge } from "../../core/usage/charge";
import type { TokenBuckets } from "../../core/usage/token-buckets";
import { countTokens } from "./count-tokens";
import type { Ending, Ledger } from "./ledger";

/** Whose answer, and what is known of it. */
export type Answered = Pick<Ending, "target" | "usage" | "partial" | "estimate" | "outputWeight">;

const nothing = 0 as PicoUsd;

/** Tokens at a card's prices; null where there is none, or other rates hold than those known. */
export const priceTokens = (
  tokens: TokenBuckets,
  card: PriceCard | undefined,
  { usage }: Pick<Answered, "usage">,
): PicoUsd | null => {
  const listed = !usage?.otherRates && !usage?.units && usage?.serviceTier === undefined;
  return card && listed ? costOf(tokens, card) : null;
};

/** One answer at its own model's price. */
export const chargeOf = (ledger: Ledger, answered: Answered): Charge => {
  const counted = countTokens(ledger, answered);
  const { target } = answered;
  const cost = target ? priceTokens(counted.tokens, target.card, answered) : nothing;
  return { ...counted, cost };
};
