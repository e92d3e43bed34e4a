/** A design token's present value: charts draw on a canvas, where no stylesheet reaches. */
export const tokenColor = (name: `--${string}`): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A series by its number, 1 to 10; `other` for what has no color of its own. */
export type SeriesNumber = number | "other";

/** The token of a series' color, for stylesheets. */
export const seriesToken = (series: SeriesNumber): `--series-${string}` => `--series-${series}`;

/** The color of a series as it is at present. */
export const seriesColor = (series: SeriesNumber): string => tokenColor(seriesToken(series));

const white = "#ffffff";
const black = "#0b0e14";

/** Series whose tiles carry the rarer ink of their theme: black among the light, white among the dark. */
const rarer: Readonly<Record<"light" | "dark", readonly SeriesNumber[]>> = {
  light: [8, 10],
  dark: [1, 5],
};

/** The color of text on a series' color: the one of the two that contrasts more. */
export const seriesInk = (series: SeriesNumber, theme: "light" | "dark"): string =>
  rarer[theme].includes(series) === (theme === "light") ? black : white;
