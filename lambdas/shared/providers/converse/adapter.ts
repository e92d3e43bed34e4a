import type { ProviderAdapter } from "../adapter";
import type { Site } from "../site";
import { readAnswer } from "./answer";
import { readFailure } from "./errors";
import { createEventReader } from "./events";
import { toHttp } from "./request";
import { uncarried } from "./uncarried";

/** Bedrock's Converse: no caller speaks it, so every request to it is a translation. */
export const createConverseAdapter = (site: Site): ProviderAdapter => ({
  provider: site.provider,
  dialect: "converse",
  uncarried,
  toHttp: (outgoing) => toHttp(site, outgoing),
  readAnswer,
  eventReader: createEventReader,
  readFailure,
});
