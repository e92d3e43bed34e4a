import type { ProviderUsage } from "../../usage/provider-usage";
import type { AnswerContext } from "../caller-dialect";
import type { Outcome } from "./outcome";
import type { OutputItem } from "./output-item";
import { ownId } from "./own-id";
import type { ResponsesRequest } from "./response-request";
import { writeUsage } from "./write-usage";

export type ResponseState = Outcome & {
  readonly output: readonly OutputItem[];
  readonly usage?: ProviderUsage;
};

/** What the caller set, given back; where nothing was set, what OpenAI gives back then. */
const settingsOf = (request: ResponsesRequest) => ({
  background: request.background ?? false,
  instructions: request.instructions ?? null,
  max_output_tokens: request.max_output_tokens ?? null,
  metadata: request.metadata ?? {},
  parallel_tool_calls: request.parallel_tool_calls ?? true,
  previous_response_id: null,
  prompt_cache_key: request.prompt_cache_key ?? null,
  reasoning: {
    effort: request.reasoning?.effort ?? null,
    summary: request.reasoning?.summary ?? null,
  },
  safety_identifier: request.safety_identifier ?? null,
  service_tier: "default",
  // Nothing is kept under its id, whatever was asked for.
  store: false,
  temperature: request.temperature ?? null,
  text: { ...request.text, format: request.text?.format ?? { type: "text" } },
  tool_choice: request.tool_choice ?? "auto",
  tools: request.tools ?? [],
  top_logprobs: request.top_logprobs ?? 0,
  top_p: request.top_p ?? null,
  truncation: "disabled",
  user: request.user ?? null,
});

/**
 * A Response object, at any time of its life.
 * @see https://platform.openai.com/docs/api-reference/responses/object (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
export const responseObject = (
  { id, model, createdAt, request }: AnswerContext,
  { status, error, reason, output, usage }: ResponseState,
) => ({
  id: ownId("response", id),
  object: "response",
  created_at: createdAt,
  status,
  error: error ?? null,
  incomplete_details: reason ? { reason } : null,
  model,
  output,
  // It was read by this dialect's own schema.
  ...settingsOf(request.body as ResponsesRequest),
  usage: usage ? writeUsage(usage) : null,
});
