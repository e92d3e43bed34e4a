const tile = 8; // CSS pixels

/** Slanted lines of a color: what is drawn so is not finished. */
export const hatching = (color: string): CanvasPattern | string => {
  const canvas = document.createElement("canvas");
  canvas.width = tile;
  canvas.height = tile;
  const pen = canvas.getContext("2d");
  if (!pen) return color;
  pen.strokeStyle = color;
  pen.lineWidth = 2;
  // The corners' lines make the tiles meet.
  for (const shift of [-tile, 0, tile]) {
    pen.beginPath();
    pen.moveTo(shift, tile);
    pen.lineTo(shift + tile, 0);
    pen.stroke();
  }
  return pen.createPattern(canvas, "repeat") ?? color;
};
