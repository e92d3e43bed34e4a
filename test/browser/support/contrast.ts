import type { Page } from "playwright-core";

type Rgb = readonly [number, number, number];

const channels = (color: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
};

/** WCAG 2.2's relative luminance of sRGB. */
const luminance = (color: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of an element's text on its own ground, which must be opaque: from 1 to 21. */
export const contrastOf = async (page: Page, selector: string): Promise<number> => {
  const [text = "", ground = ""] = await page.evaluate<readonly string[]>(`(() => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector(${JSON.stringify(selector)}));
    return [color, backgroundColor];
  })()`);
  const [light = 0, dark = 0] = [text, ground]
    .map((color) => luminance(channels(color)))
    .sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
};
