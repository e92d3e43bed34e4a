import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const types =
  "https://github.com/fw-ai-external/python-sdk, types/chat/completion_create_params.py (read 2026-11-24)";

const { top_k: _taken, ...lacks } = dialectLacks;

/** @see https://github.com/fw-ai-external/python-sdk (read 2026-11-24) */
export const fireworks: FamilyRow = {
  site: bearer("fireworks", "https://api.fireworks.ai/inference/v1"),
  lacks: {
    ...lacks,
    ...lacking(types, "names of speakers", "more than 4 stop sequences"),
    ...lacking(types, ...openAiAlone),
  },
  mostTopLogprobs: 5,
  efforts: {
    none: "none",
    minimal: "low",
    low: "low",
    medium: "medium",
    high: "high",
    xhigh: "high",
    max: "high",
  },
  thoughts: "reasoning_content",
};
