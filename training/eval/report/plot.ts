/** A line or a cloud of points of a plot; shares, 0.5 is 50%. */
export type Series = {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly style: "line" | "dashed" | "dots";
};

/** A plot of shares against shares, named as its file. */
export type Plot = {
  readonly name: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
};

const width = 640;
const height = 420;
const edge = { left: 58, right: 16, top: 36, bottom: 48 };
const ticks = 5;
/** Readable on white and on black alike: Okabe and Ito, 2008, a palette for the color-blind. */
const colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00"];

type Range = readonly [low: number, high: number];

/** Draws a plot as SVG whose ink follows the reader's light or dark scheme; the same in, the same out. */
export const drawPlot = (plot: Plot): string => {
  const points = plot.series.flatMap((series) => series.points);
  const ranges = {
    x: rangeOf(points.map(([x]) => x)),
    y: rangeOf(points.map(([, y]) => y)),
  };
  const at = place(ranges);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(plot.title)}</title>`,
    "<style>:root{color:#222}@media(prefers-color-scheme:dark){:root{color:#ddd}}text{fill:currentColor}</style>",
    `<text x="${edge.left}" y="20" font-size="14">${escaped(plot.title)}</text>`,
    ...drawAxes(plot, ranges, at),
    ...plot.series.flatMap((series, index) => drawSeries(series, colorOf(index), at)),
    ...plot.series.flatMap(({ name, style }, index) => drawLegend(name, style, index)),
    "</svg>",
    "",
  ].join("\n");
};

const colorOf = (index: number): string => colors[index % colors.length] as string;

/** From the lowest to the highest, widened to whole twentieths. */
const rangeOf = (values: readonly number[]): Range => {
  const low = Math.floor(Math.min(...values) * 20) / 20;
  const high = Math.ceil(Math.max(...values) * 20) / 20;
  return high > low ? [low, high] : [low, low + 1 / 20];
};

type Place = (x: number, y: number) => readonly [left: string, top: string];

const place =
  ({ x: [xLow, xHigh], y: [yLow, yHigh] }: { readonly x: Range; readonly y: Range }): Place =>
  (x, y) => [
    (edge.left + ((x - xLow) / (xHigh - xLow)) * (width - edge.left - edge.right)).toFixed(1),
    (
      height -
      edge.bottom -
      ((y - yLow) / (yHigh - yLow)) * (height - edge.top - edge.bottom)
    ).toFixed(1),
  ];

const drawAxes = (
  { x, y }: Plot,
  ranges: { readonly x: Range; readonly y: Range },
  at: Place,
): string[] => {
  const steps = ([low, high]: Range): number[] =>
    Array.from({ length: ticks + 1 }, (_, tick) => low + ((high - low) * tick) / ticks);
  const [xLow] = ranges.x;
  const [yLow] = ranges.y;
  const grid = (from: readonly [string, string], to: readonly [string, string]): string =>
    `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="currentColor" stroke-opacity="0.15"/>`;
  const label = (left: string, top: number, anchor: string, text: string): string =>
    `<text x="${left}" y="${top.toFixed(1)}" text-anchor="${anchor}">${text}</text>`;
  return [
    ...steps(ranges.x).flatMap((value) => [
      grid(at(value, yLow), at(value, ranges.y[1])),
      label(at(value, yLow)[0], height - edge.bottom + 18, "middle", share(value)),
    ]),
    ...steps(ranges.y).flatMap((value) => [
      grid(at(xLow, value), at(ranges.x[1], value)),
      label(String(edge.left - 6), Number(at(xLow, value)[1]) + 4, "end", share(value)),
    ]),
    label(String((width + edge.left) / 2), height - 10, "middle", escaped(x)),
    `<text transform="translate(14 ${height / 2}) rotate(-90)" text-anchor="middle">${escaped(y)}</text>`,
  ];
};

const share = (value: number): string => `${Math.round(value * 100)}%`;

const drawSeries = ({ points, style }: Series, color: string, at: Place): string[] => {
  if (style === "dots") {
    return points.map(([x, y]) => {
      const [left, top] = at(x, y);
      return `<circle cx="${left}" cy="${top}" r="4" fill="${color}"/>`;
    });
  }
  const path = points.map(([x, y]) => at(x, y).join(",")).join(" ");
  const dashes = style === "dashed" ? ' stroke-dasharray="5 4"' : "";
  return [`<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"${dashes}/>`];
};

const drawLegend = (name: string, style: Series["style"], index: number): string[] => {
  const top = height - edge.bottom - 14 - index * 18;
  const left = width - edge.right - 200;
  const dashes = style === "dashed" ? ' stroke-dasharray="5 4"' : "";
  const mark =
    style === "dots"
      ? `<circle cx="${left + 12}" cy="${top - 4}" r="4" fill="${colorOf(index)}"/>`
      : `<line x1="${left}" y1="${top - 4}" x2="${left + 24}" y2="${top - 4}" stroke="${colorOf(index)}" stroke-width="2"${dashes}/>`;
  return [mark, `<text x="${left + 30}" y="${top}">${escaped(name)}</text>`];
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
