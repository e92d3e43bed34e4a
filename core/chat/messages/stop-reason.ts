import { RequestError } from "../../errors";
import type { NeutralChoice } from "../neutral/answer";
import type { FinishReason } from "../neutral/event";

/**
 * Why an answer ended, in Anthropic's words.
 * @see https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons (read 2026-11-24,
 * by the types of the `@anthropic-ai/sdk` package 1.12)
 */
const finishes = {
  end_turn: "stop",
  stop_sequence: "stop-sequence",
  max_tokens: "length",
  tool_use: "tool-calls",
  pause_turn: "pause",
  refusal: "refusal",
  model_context_window_exceeded: "context",
} as const satisfies Readonly<Record<string, FinishReason>>;

export type StopReason = keyof typeof finishes;

const reasons: Readonly<Record<Exclude<FinishReason, "error">, StopReason>> = {
  stop: "end_turn",
  "stop-sequence": "stop_sequence",
  length: "max_tokens",
  context: "model_context_window_exceeded",
  "tool-calls": "tool_use",
  "content-filter": "refusal",
  refusal: "refusal",
  pause: "pause_turn",
};

/** A reason that is not known here is an end all the same. */
export const finishOf = (reason: string): FinishReason =>
  Object.hasOwn(finishes, reason) ? finishes[reason as StopReason] : "stop";

/** What an answer holds, where that decides how its end is worded. */
export type Held = { readonly calls: boolean; readonly refuses: boolean };

/**
 * How an end is worded. Clients run tools, or tell of a refusal, only where the reason says so, and
 * some providers give another.
 *
 * @throws RequestError 502 where the answer could not be used: Anthropic has no word for that.
 */
export const stopReasonOf = (finish: FinishReason, { calls, refuses }: Held): StopReason => {
  if (finish === "error") {
    throw new RequestError(
      502,
      "unusable_answer",
      "the model's answer broke off with an error of its provider; try again or name another model",
    );
  }
  if (finish !== "stop") return reasons[finish];
  return refuses ? "refusal" : calls ? "tool_use" : "end_turn";
};

export const heldBy = ({ parts }: NeutralChoice): Held => ({
  calls: parts.some(({ kind }) => kind === "tool-call"),
  refuses: parts.some(({ kind }) => kind === "refusal"),
});

/** What is said of a refusal; null where there was none. */
export const stopDetailsOf = (reason: StopReason, explanation: string) =>
  reason === "refusal"
    ? { type: "refusal", category: null, explanation: explanation === "" ? null : explanation }
    : null;
