import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking } from "./lacks";

const types =
  "https://github.com/OpenRouterTeam/typescript-sdk, models/chatrequest.ts (read 2026-11-24)";

const { top_k: _taken, "documents by URL": _takenAsWell, ...lacks } = dialectLacks;

/**
 * Speaks to many providers, and so takes what any of them does: Anthropic's marks of what is to be
 * cached, documents by URL, thoughts by either name.
 * @see https://github.com/OpenRouterTeam/typescript-sdk (read 2026-11-24)
 */
export const openrouter: FamilyRow = {
  site: bearer("openrouter", "https://openrouter.ai/api/v1"),
  lacks: { ...lacks, ...lacking(types, "verbosity", "more than 4 stop sequences") },
  developer: true,
  refusals: true,
  anyThoughts: true,
  cacheMarks: true,
};
