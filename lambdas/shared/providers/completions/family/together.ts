import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const types =
  "https://github.com/togethercomputer/together-typescript, resources/chat/completions.ts (read 2026-11-24)";

const { top_k: _taken, ...lacks } = dialectLacks;

/**
 * `logprobs` is a number there, and its answers' are of another shape.
 * @see https://github.com/togethercomputer/together-typescript (read 2026-11-24)
 */
export const together: FamilyRow = {
  site: bearer("together", "https://api.together.xyz/v1"),
  lacks: {
    ...lacks,
    ...lacking(types, "logprobs", "temperature above 1", "no parallel tool calls", "strict tools"),
    ...lacking(types, ...openAiAlone),
  },
  renames: { max_completion_tokens: "max_tokens" },
  efforts: {
    none: { reasoning: { enabled: false } },
    minimal: "low",
    low: "low",
    medium: "medium",
    high: "high",
    xhigh: "high",
    max: "high",
  },
  thoughts: "reasoning_content",
  textAlone: true,
};
