import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const reasoning = "https://docs.x.ai/docs/guides/reasoning (read 2026-11-24)";
const client = "https://github.com/vercel/ai, packages/xai (read 2026-11-24)";

/** Its models that think refuse penalties and stop sequences; all of the newer ones think. */
export const xai: FamilyRow = {
  site: bearer("xai", "https://api.x.ai/v1"),
  lacks: {
    ...dialectLacks,
    ...lacking(reasoning, "frequency_penalty", "presence_penalty", "stop"),
    ...lacking(reasoning, "more than 4 stop sequences"),
    ...lacking(client, ...openAiAlone),
  },
  efforts: {
    none: "none",
    minimal: "low",
    low: "low",
    medium: "medium",
    high: "high",
    xhigh: "high",
    max: "high",
  },
};
