import { azureOpenAiSite } from "../../azure-sites";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking } from "./lacks";

const profile =
  "https://github.com/pydantic/pydantic-ai, pydantic_ai/providers/azure.py (read 2026-11-24)";

/** @see https://learn.microsoft.com/en-us/azure/ai-foundry/openai/latest (read 2026-11-24) */
export const azure: FamilyRow = {
  site: azureOpenAiSite,
  lacks: { ...dialectLacks, ...lacking(profile, "documents", "more than 4 stop sequences") },
  developer: true,
  refusals: true,
};
