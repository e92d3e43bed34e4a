import { type SeriesNumber, seriesColor, seriesInk } from "./token-color";

const size = 8;

/**
 * Diagonal stripes for a canvas to fill with.
 *
 * @param ground, stripe - CSS colors.
 * @returns the ground alone where the browser draws no patterns.
 */
export const hatch = (ground: string, stripe: string): CanvasPattern | string => {
  const tile = document.createElement("canvas");
  // As fine as the screen is, so that stripes are sharp.
  const scale = Math.max(1, Math.round(devicePixelRatio));
  tile.width = size * scale;
  tile.height = size * scale;
  const drawing = tile.getContext("2d");
  if (!drawing) return ground;
  drawing.scale(scale, scale);
  drawing.fillStyle = ground;
  drawing.fillRect(0, 0, size, size);
  drawing.strokeStyle = stripe;
  drawing.lineWidth = 2;
  for (const shift of [-size, 0, size]) {
    drawing.beginPath();
    drawing.moveTo(shift - 1, size + 1);
    drawing.lineTo(shift + size + 1, -1);
    drawing.stroke();
  }
  const pattern = drawing.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern ?? ground;
};

/**
 * What a series is filled with: its color; "Other" and what is untagged are striped, away from the
 * ink, so that text on it is read no worse than on the color itself.
 */
export const seriesFill = (
  series: SeriesNumber,
  theme: "light" | "dark",
): CanvasPattern | string => {
  const color = seriesColor(series);
  if (series !== "other") return color;
  const isInkWhite = seriesInk(series, theme) === "#ffffff";
  return hatch(color, isInkWhite ? "rgb(0 0 0 / 22%)" : "rgb(255 255 255 / 28%)");
};
