import type { PicoUsd } from "./amounts";

/**
 * What was saved: the reference's cost for the same usage (`priceUsage`) minus the cost, in pUSD. Negative where
 * the answer cost more.
 *
 * @param referenceCost - null: there is no reference, or it is unpriced.
 * @param cost - null: unpriced.
 * @returns null, "unknown", where either is unknown; never a made-up 0.
 */
export const savedOf = (referenceCost: PicoUsd | null, cost: PicoUsd | null): PicoUsd | null =>
  referenceCost === null || cost === null ? null : ((referenceCost - cost) as PicoUsd);
