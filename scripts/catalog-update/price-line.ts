/** The score of a model that nothing is known of. */
const lowest = 5;

/**
 * A straight line of ability over the logarithm of the price, by least squares, one standard error
 * below the middle, and never above the best model that it was laid through.
 *
 * @param points - prices in µUSD per million tokens (above 0), scores 0 to 100.
 * @returns the score that a price suggests; the lowest where there is no price.
 */
export const priceLine = (
  points: readonly { readonly price: number; readonly score: number }[],
) => {
  const priced = points
    .filter(({ price }) => price > 0)
    .map(({ price, score }) => ({ x: Math.log10(price), y: score }));
  const mean = (of: (p: { x: number; y: number }) => number) =>
    priced.reduce((sum, point) => sum + of(point), 0) / Math.max(1, priced.length);
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const slope = mean(({ x, y }) => (x - mx) * (y - my)) / (mean(({ x }) => (x - mx) ** 2) || 1);
  const error = Math.sqrt(mean(({ x, y }) => (y - my - slope * (x - mx)) ** 2));
  const best = Math.max(lowest, ...priced.map(({ y }) => y));
  return (price: number | undefined): number =>
    price === undefined || price <= 0
      ? lowest
      : Math.min(best, Math.max(lowest, my + slope * (Math.log10(price) - mx) - error));
};
