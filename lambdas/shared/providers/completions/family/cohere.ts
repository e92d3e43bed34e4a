import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const page = "https://docs.cohere.com/docs/compatibility-api (read 2026-11-24)";

/**
 * Cohere's compatibility API, which lists what it takes: what is missing there is lacking.
 * @see https://docs.cohere.com/docs/compatibility-api (read 2026-11-24)
 */
export const cohere: FamilyRow = {
  site: bearer("cohere", "https://api.cohere.ai/compatibility/v1"),
  lacks: {
    ...dialectLacks,
    ...lacking(page, "n", "logprobs", "images", "images by URL", "names of speakers"),
    ...lacking(page, "tool_choice none", "tool_choice any", "tool_choice of one tool"),
    ...lacking(page, "no parallel tool calls", ...openAiAlone),
  },
  renames: { max_completion_tokens: "max_tokens" },
  hints: [],
  developer: true,
  countsUnasked: true,
  efforts: { none: "none", high: "high", xhigh: "high", max: "high" },
};
