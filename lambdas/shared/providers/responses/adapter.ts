import type { Word } from "../../../../core/chat/neutral/words";
import type { ProviderAdapter } from "../adapter";
import type { Site } from "../site";
import { readFailure } from "./errors";
import { createEventReader, readAnswer } from "./events";
import { toHttp } from "./request";
import { uncarried } from "./uncarried";

/** How one provider's Responses differ from OpenAI's. */
export type ResponsesDeviations = {
  /** What it lacks beside. */
  readonly lacked?: readonly Word[];
};

/** OpenAI's Responses at one site. */
export const createResponsesAdapter = (
  site: Site,
  { lacked }: ResponsesDeviations = {},
): ProviderAdapter => ({
  provider: site.provider,
  dialect: "responses",
  uncarried: (request) => uncarried(request, lacked),
  toHttp: (outgoing) => toHttp(site, outgoing),
  readAnswer,
  eventReader: createEventReader,
  readFailure,
});
