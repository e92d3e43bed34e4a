import type { ProviderAdapter } from "../adapter";
import { readFailure } from "./errors";
import { createEventReader, readAnswer } from "./events";
import type { FamilyRow } from "./family-row";
import { toHttp, uncarried } from "./request";

/** A provider that speaks OpenAI's chat completions, deviating as its row says. */
export const createCompletionsAdapter = (row: FamilyRow): ProviderAdapter => ({
  provider: row.site.provider,
  dialect: "completions",
  uncarried: (request) => uncarried(request, row),
  toHttp: (outgoing) => toHttp(outgoing, row),
  readAnswer,
  eventReader: createEventReader,
  readFailure,
});
