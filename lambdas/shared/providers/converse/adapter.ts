import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import type { ProviderAdapter } from "../adapter";
import type { Site } from "../site";
import { readAnswer } from "./answer";
import { readFailure } from "./errors";
import { createEventReader } from "./events";
import { toHttp } from "./request";
import { uncarried } from "./uncarried";

/** What a request can't be told may depend on the model: a family of models has words of its own. */
export type ConverseAdapter = ProviderAdapter & {
  /** @param modelId - where it is known. */
  uncarried(request: NeutralRequest, modelId?: string): readonly string[];
};

/** Bedrock's Converse: no caller speaks it, so every request to it is a translation. */
export const createConverseAdapter = (site: Site): ConverseAdapter => ({
  provider: site.provider,
  dialect: "converse",
  uncarried,
  toHttp: (outgoing) => toHttp(site, outgoing),
  readAnswer,
  eventReader: createEventReader,
  readFailure,
});
