const compact = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  notation: "compact",
  minimumFractionDigits: 0,
  maximumSignificantDigits: 3,
});

/** "$1.5K", "$0.0005": for axes alone. @param usd - dollars. */
export const formatAxisUsd = (usd: number): string =>
  // Money has two places or none.
  compact.format(usd).replace(/\.(\d)$/, ".$10");
