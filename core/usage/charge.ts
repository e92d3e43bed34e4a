import type { PicoUsd } from "../money/amounts";
import { InexactAmountError } from "../money/cost";
import { addUnits } from "./provider-usage";
import { addTokens } from "./token-buckets";
import type { UsageEvent } from "./usage-event";

/** What calls to providers are billed, and by whose count. */
export type Charge = Pick<UsageEvent, "tokens" | "tokensFrom" | "units" | "serviceTier" | "cost">;

const addCosts = (a: PicoUsd | null, b: PicoUsd | null): PicoUsd | null => {
  if (a === null || b === null) return null;
  const sum = a + b;
  if (Number.isSafeInteger(sum)) return sum as PicoUsd;
  throw new InexactAmountError(`a cost of ${sum} pUSD for two answers is not exact`);
};

const addSources = (
  a: UsageEvent["tokensFrom"],
  b: UsageEvent["tokensFrom"],
): UsageEvent["tokensFrom"] => {
  if (a === "estimate" || b === "estimate") return "estimate";
  return a === "none" ? b : a;
};

/**
 * Two answers together: unpriced where either is, estimated where either is. The service tier is
 * that of the answer that was given.
 *
 * @throws InexactAmountError where the sum is beyond 2^53 − 1 pUSD.
 */
export const addCharges = (given: Charge, discarded: Charge): Charge => {
  const units = addUnits(given.units, discarded.units);
  return {
    tokens: addTokens(given.tokens, discarded.tokens),
    tokensFrom: addSources(given.tokensFrom, discarded.tokensFrom),
    ...(units && { units }),
    ...(given.serviceTier !== undefined && { serviceTier: given.serviceTier }),
    cost: addCosts(given.cost, discarded.cost),
  };
};
