import type { FinishReason } from "../../../../core/chat/neutral/event";

/**
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 * (`stopReason`; read 2026-11-24, by the types of `@aws-sdk/client-bedrock-runtime` 3.1164)
 */
const reasons: Readonly<Record<string, FinishReason>> = {
  end_turn: "stop",
  stop_sequence: "stop-sequence",
  max_tokens: "length",
  model_context_window_exceeded: "context",
  tool_use: "tool-calls",
  content_filtered: "content-filter",
  guardrail_intervened: "content-filter",
  malformed_model_output: "error",
  malformed_tool_use: "error",
};

/** A reason that is new is read as an ordinary end. */
export const toFinishReason = (stopReason: string | null | undefined): FinishReason =>
  reasons[stopReason ?? ""] ?? "stop";
