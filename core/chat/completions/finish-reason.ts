import type { FinishReason } from "../neutral/event";

/**
 * The words of this dialect for why an answer ended. A refusal of Anthropic's classifiers is cut off
 * like filtered content; a full window and a pause leave it unfinished like a reached limit. OpenAI
 * has no word for an answer that could not be used: Mistral and OpenRouter say `error`.
 */
const words: Readonly<Record<FinishReason, string>> = {
  stop: "stop",
  "stop-sequence": "stop",
  length: "length",
  context: "length",
  "tool-calls": "tool_calls",
  "content-filter": "content_filter",
  refusal: "content_filter",
  pause: "length",
  error: "error",
};

export const finishWord = (reason: FinishReason): string => words[reason];

/**
 * Beside OpenAI's own: `eos` is Together's, `model_length` (the window) and `error` Mistral's,
 * `insufficient_system_resource` DeepSeek's.
 * @see https://platform.openai.com/docs/api-reference/chat/object,
 * https://github.com/togethercomputer/together-typescript (src/resources/chat/completions.ts),
 * https://github.com/mistralai/client-ts (ChatCompletionChoiceFinishReason),
 * https://github.com/vercel/ai (map-deepseek-finish-reason.ts) (all read 2026-11-24)
 */
const reasons: ReadonlyMap<string, FinishReason> = new Map([
  ["stop", "stop"],
  ["eos", "stop"],
  ["length", "length"],
  ["model_length", "context"],
  ["tool_calls", "tool-calls"],
  ["function_call", "tool-calls"],
  ["content_filter", "content-filter"],
  ["refusal", "refusal"],
  ["error", "error"],
  ["insufficient_system_resource", "error"],
]);

/**
 * Why an answer ended, by a provider's word; one that nobody knows says no more than that it did.
 *
 * @param called - it called tools: where the caller forces a call, OpenAI says `stop` nevertheless.
 */
export const toFinishReason = (word: string, called: boolean): FinishReason => {
  const reason = reasons.get(word) ?? "stop";
  return reason === "stop" && called ? "tool-calls" : reason;
};
