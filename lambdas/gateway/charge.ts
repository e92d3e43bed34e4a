import type { Offer } from "../../core/catalog/offer";
import type { PicoUsd } from "../../core/money/amounts";
import type { PriceCard } from "../../core/money/price-card";
import { priceUsage } from "../../core/money/price-usage";
import type { Charge } from "../../core/usage/charge";
import type { TokenBuckets } from "../../core/usage/token-buckets";
import { countTokens } from "./count-tokens";
import type { Ending, Ledger } from "./ledger";

/** Whose answer, and what is known of it. */
export type Answered = Pick<Ending, "target" | "usage" | "partial" | "estimate" | "outputWeight">;

const nothing = 0 as PicoUsd;

/** What was answered by a model's price; null where part of it has no known price. */
export const priceAnswer = (
  tokens: TokenBuckets,
  card: PriceCard | undefined,
  offer: Pick<Offer, "provider" | "id">,
  { usage }: Pick<Answered, "usage">,
): PicoUsd | null => priceUsage({ ...usage, tokens }, card, offer);

/** What the record keeps of the usage beside tokens. */
const countedApart = ({ usage }: Answered): Pick<Charge, "units" | "serviceTier"> => {
  const counts = Object.entries(usage?.units ?? {}).filter(([, count]) => count > 0);
  const { serviceTier } = usage ?? {};
  return {
    ...(counts.length > 0 && { units: Object.fromEntries(counts) }),
    ...(serviceTier !== undefined && { serviceTier }),
  };
};

/** One answer at its own model's price. */
export const chargeOf = (ledger: Ledger, answered: Answered): Charge => {
  const counted = countTokens(ledger, answered);
  const { target } = answered;
  const cost = target ? priceAnswer(counted.tokens, target.card, target.offer, answered) : nothing;
  return { ...counted, ...countedApart(answered), cost };
};
