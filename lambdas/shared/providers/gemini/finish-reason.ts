import type { FinishReason } from "../../../../core/chat/neutral/event";

/**
 * Why an answer ended, where it was not simply done.
 * @see https://ai.google.dev/api/generate-content#FinishReason (read 2026-11-24), and the types of the
 * `@google/genai` package
 */
const reasons: Readonly<Record<string, FinishReason>> = {
  MAX_TOKENS: "length",
  SAFETY: "content-filter",
  RECITATION: "content-filter",
  LANGUAGE: "content-filter",
  BLOCKLIST: "content-filter",
  PROHIBITED_CONTENT: "content-filter",
  SPII: "content-filter",
  MODEL_ARMOR: "content-filter",
  IMAGE_SAFETY: "content-filter",
  IMAGE_PROHIBITED_CONTENT: "content-filter",
  IMAGE_RECITATION: "content-filter",
};

/**
 * STOP does not tell a stop sequence from the model's own end. What has no word of its own (OTHER,
 * MALFORMED_FUNCTION_CALL, UNEXPECTED_TOOL_CALL, TOO_MANY_TOOL_CALLS, or one that came later) is an
 * answer that could not be used.
 */
export const toFinishReason = (reason: string, calledTools: boolean): FinishReason => {
  if (reason === "STOP") return calledTools ? "tool-calls" : "stop";
  return reasons[reason] ?? "error";
};
