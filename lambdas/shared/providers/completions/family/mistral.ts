import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking } from "./lacks";

const types =
  "https://github.com/mistralai/client-ts, models/components/chatcompletionrequest.ts and its like (read 2026-11-24)";

const { "documents by URL": _taken, ...lacks } = dialectLacks;

/**
 * Refuses every field that it does not know ("extra_forbidden"), so its types are what it takes.
 * Thoughts are parts of the content there.
 * @see https://github.com/mistralai/client-ts,
 * https://github.com/editor-code-assistant/eca/issues/231 (max_completion_tokens),
 * https://github.com/charmbracelet/crush/issues/1590 (reasoning_content) (all read 2026-11-24)
 */
export const mistral: FamilyRow = {
  site: bearer("mistral", "https://api.mistral.ai/v1"),
  lacks: { ...lacks, ...lacking(types, "logprobs", "verbosity", "audio", "names of speakers") },
  renames: { max_completion_tokens: "max_tokens", seed: "random_seed" },
  hints: ["metadata", "prompt_cache_key"],
  countsUnasked: true,
  efforts: {
    none: "none",
    minimal: "minimal",
    low: "low",
    medium: "medium",
    high: "high",
    xhigh: "xhigh",
    max: "xhigh",
  },
  thoughts: "thinking parts",
  documents: "document_url",
};
