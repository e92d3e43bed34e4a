const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat("en-US", {
  notation: "compact",
  maximumSignificantDigits: 3,
});

/** "200,412": for tables and figures, never shortened. */
export const formatCount = (count: number): string => whole.format(count);

/** "200K": for axes alone. */
export const formatAxisCount = (count: number): string => compact.format(count);

/** "1 request", "2,000 requests". @param plural - @default the singular with an s */
export const formatPlural = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`;
