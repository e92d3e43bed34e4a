/** A design token's present value: charts draw on a canvas, where no stylesheet reaches. */
export const tokenColor = (name: `--${string}`): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The color of a series by its number, 1 to 10. */
export const seriesColor = (number: number): string => tokenColor(`--series-${number}`);
