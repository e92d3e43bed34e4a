import type { FinishReason } from "../neutral/event";

/** How a Response stands, in OpenAI's words. */
export type Outcome = {
  readonly status: "in_progress" | "completed" | "incomplete" | "failed";
  /** Why it is incomplete. */
  readonly reason?: "max_output_tokens" | "content_filter";
  /** Why it failed. */
  readonly error?: { readonly code: string; readonly message: string };
};

const completed: Outcome = { status: "completed" };
/** A full window has no word of its own here: it is a limit that was reached. */
const cutOff: Outcome = { status: "incomplete", reason: "max_output_tokens" };
const filtered: Outcome = { status: "incomplete", reason: "content_filter" };

/**
 * How an answer that ended so stands. A refusal that a provider tells by its ending alone is what
 * OpenAI calls filtered: `completed` would hide it.
 */
export const outcomeOf = (finish: FinishReason, saysRefusal: boolean): Outcome => {
  if (finish === "length" || finish === "context") return cutOff;
  if (finish === "content-filter") return filtered;
  if (finish === "refusal") return saysRefusal ? completed : filtered;
  if (finish === "pause") return { status: "incomplete" };
  if (finish !== "error") return completed;
  const message = "the model's answer could not be used";
  return { status: "failed", error: { code: "server_error", message } };
};
