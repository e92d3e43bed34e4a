import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const page = "https://console.groq.com/docs/openai (read 2026-11-24)";
const types =
  "https://github.com/groq/groq-typescript, resources/chat/completions.ts (read 2026-11-24)";

/**
 * Refuses fields that it does not know, also within messages.
 * @see https://console.groq.com/docs/openai, https://github.com/janhq/jan/issues/8136
 * (reasoning_content) (both read 2026-11-24)
 */
export const groq: FamilyRow = {
  site: bearer("groq", "https://api.groq.com/openai/v1"),
  lacks: {
    ...dialectLacks,
    ...lacking(page, "logprobs", "n", "names of speakers"),
    ...lacking(types, "frequency_penalty", "presence_penalty", "more than 4 stop sequences"),
    ...lacking(types, ...openAiAlone),
  },
  hints: ["user"],
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
