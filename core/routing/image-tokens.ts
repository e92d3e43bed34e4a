import type { Offer } from "../catalog/offer";

/**
 * GPT-4o mini counts an image as 33 times the tokens that its siblings count (2,833 and 5,667 a tile
 * against 85 and 170), so that it costs the same there; neither an expectation in tokens nor a saving
 * "for the same tokens" holds between them.
 * @see https://platform.openai.com/docs/guides/images-vision, "Calculating costs" (as known in 2026)
 */
const countsManifold = /(?:^|\/)gpt-4o-mini/;

/** The offer's tokens for an image are no measure that others share: it stands in for none there. */
export const countsImagesApart = ({ id }: Pick<Offer, "id">): boolean => countsManifold.test(id);
