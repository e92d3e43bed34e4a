import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const page =
  "https://inference-docs.cerebras.ai/resources/openai, by pydantic_ai/providers/cerebras.py of https://github.com/pydantic/pydantic-ai (read 2026-11-24)";
const types =
  "https://github.com/Cerebras/cerebras-cloud-sdk-node, resources/chat/completions.ts (read 2026-11-24)";

/**
 * Refuses fields that it does not know, also within messages.
 * @see https://github.com/Cerebras/cerebras-cloud-sdk-node,
 * https://github.com/Kilo-Org/kilocode/issues/10375 (reasoning_content) (both read 2026-11-24)
 */
export const cerebras: FamilyRow = {
  site: bearer("cerebras", "https://api.cerebras.ai/v1"),
  lacks: {
    ...dialectLacks,
    ...lacking(page, "frequency_penalty", "presence_penalty", "no parallel tool calls"),
    ...lacking(types, "more than 4 stop sequences", ...openAiAlone),
  },
  hints: ["user", "prompt_cache_key"],
  developer: true,
  efforts: {
    none: "none",
    minimal: "low",
    low: "low",
    medium: "medium",
    high: "high",
    xhigh: "high",
    max: "high",
  },
  thoughts: "reasoning",
};
