import type { PriceCard } from "./price-card";

/**
 * The price card that holds at a moment: the youngest that has begun. A day begins at 00:00 UTC.
 *
 * @param offer - its cards, oldest first.
 * @param atMs - milliseconds since 1970 UTC.
 * @returns undefined where the offer is unpriced, or was at that time.
 */
export const cardAt = (
  offer: { readonly prices: readonly PriceCard[] },
  atMs: number,
): PriceCard | undefined =>
  offer.prices.findLast(
    ({ validFrom }) => validFrom === undefined || Date.parse(`${validFrom}T00:00:00Z`) <= atMs,
  );
