import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const types =
  "https://github.com/perplexityai/perplexity-node, generated/api.ts: ApiChatCompletionsRequest (read 2026-11-24)";
const client = "https://github.com/vercel/ai, packages/perplexity (read 2026-11-24)";

const { top_k: _taken, ...lacks } = dialectLacks;

/**
 * Sonar. Supported until 2026-09-27 by Perplexity's own notice; what came after it, the Agent API,
 * speaks Responses.
 * @see https://docs.perplexity.ai/getting-started/pricing (the notice),
 * https://github.com/perplexityai/perplexity-node (both read 2026-11-24)
 */
export const perplexity: FamilyRow = {
  site: bearer("perplexity", "https://api.perplexity.ai"),
  lacks: {
    ...lacks,
    ...lacking(types, "JSON object answers", "seed", "names of speakers", ...openAiAlone),
    ...lacking(client, "tools", "stop", "more than 4 stop sequences"),
  },
  renames: { max_completion_tokens: "max_tokens" },
  hints: [],
  countsUnasked: true,
  efforts: {
    minimal: "minimal",
    low: "low",
    medium: "medium",
    high: "high",
    xhigh: "high",
    max: "high",
  },
};
