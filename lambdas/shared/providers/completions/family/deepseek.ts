import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const thinking = "https://api-docs.deepseek.com/guides/thinking_mode (read 2026-11-24)";
const client = "https://github.com/vercel/ai, packages/deepseek (read 2026-11-24)";
const profile =
  "https://github.com/pydantic/pydantic-ai, pydantic_ai/providers/deepseek.py (read 2026-11-24)";

/**
 * Thinks by default, and words efforts beyond `low`, `high` and `max` itself; not to think is said by
 * a field of its own. In a tool loop each answer must come back with its thoughts, or the request is
 * refused; one that another model gave has none, and an empty text will do.
 * @see https://api-docs.deepseek.com/guides/thinking_mode,
 * https://github.com/vercel/ai (packages/deepseek, convert-to-deepseek-chat-messages.ts)
 * (both read 2026-11-24)
 */
export const deepseek: FamilyRow = {
  site: bearer("deepseek", "https://api.deepseek.com"),
  lacks: {
    ...dialectLacks,
    ...lacking(thinking, "frequency_penalty", "presence_penalty"),
    ...lacking(
      client,
      "seed",
      "n",
      "JSON schema answers",
      "strict tools",
      "no parallel tool calls",
    ),
    ...lacking(client, ...openAiAlone),
    ...lacking(profile, "tool_choice any", "tool_choice of one tool"),
  },
  renames: { max_completion_tokens: "max_tokens" },
  efforts: {
    none: { thinking: { type: "disabled" } },
    minimal: "minimal",
    low: "low",
    medium: "medium",
    high: "high",
    xhigh: "xhigh",
    max: "max",
  },
  thoughts: "reasoning_content",
  thoughtsRequired: true,
  textAlone: true,
};
