import type { ProviderAdapter } from "../adapter";
import type { Site } from "../site";
import { readFailure } from "./errors";
import { createEventReader, readAnswer } from "./events";
import { toHttp } from "./request";
import { uncarried } from "./uncarried";

/**
 * Gemini's generateContent dialect at one address, such as
 * `https://generativelanguage.googleapis.com/v1beta`. No caller speaks it: every request is translated.
 */
export const createGeminiAdapter = (site: Site): ProviderAdapter => ({
  provider: site.provider,
  dialect: "gemini",
  uncarried,
  toHttp: (outgoing) => toHttp(site, outgoing),
  readAnswer,
  eventReader: createEventReader,
  readFailure,
});
