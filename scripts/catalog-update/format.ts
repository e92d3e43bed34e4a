import type { OfferFile } from "../../core/catalog/offer-row";
import type { Flag } from "./flags";

/** One offer on a line, so that a difference reads as the offers that changed. */
export const formatOfferFile = ({ provider, offers }: OfferFile): string =>
  `{"provider":${JSON.stringify(provider)},"offers":[\n${lines(offers)}\n]}\n`;

export const formatFlags = (flags: readonly Flag[]): string => `[\n${lines(flags)}\n]\n`;

const lines = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).join(",\n");
