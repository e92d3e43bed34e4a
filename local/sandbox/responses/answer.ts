import { createdAt } from "../completions/answer";
import { tokensOf } from "../emission";
import { type Choice, type Reply, thinkingTokens } from "../reply";
import type { OutputItem } from "./output";
import type { ResponsesRequest } from "./request";

/** The counts of an answer, as Responses reports them. */
const usageOf = ({ prompt }: Reply, choice: Choice) => {
  const output = tokensOf(choice.emissions);
  return {
    input_tokens: prompt.tokens,
    input_tokens_details: { cached_tokens: prompt.read },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: thinkingTokens(choice) },
    total_tokens: prompt.tokens + output,
  };
};

/** What the request said, as an answer repeats it. */
const echoOf = (request: ResponsesRequest) => ({
  background: false,
  instructions: request.instructions ?? null,
  max_output_tokens: request.max_output_tokens ?? null,
  max_tool_calls: request.max_tool_calls ?? null,
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
  store: request.store ?? true,
  temperature: request.temperature ?? 1,
  text: {
    format: request.text?.format ?? { type: "text" },
    verbosity: request.text?.verbosity ?? "medium",
  },
  tool_choice: request.tool_choice ?? "auto",
  tools: request.tools ?? [],
  top_logprobs: request.top_logprobs ?? 0,
  top_p: request.top_p ?? 1,
  truncation: request.truncation ?? "disabled",
  user: request.user ?? null,
});

/** What makes one answer. */
export type Answering = {
  readonly id: string;
  readonly reply: Reply;
  readonly choice: Choice;
  readonly request: ResponsesRequest;
};

/** A response under way: nothing said yet. */
export const openResponse = ({ id, reply, request }: Answering) => ({
  id,
  object: "response",
  created_at: createdAt(reply),
  status: "in_progress",
  error: null,
  incomplete_details: null,
  model: reply.model,
  output: [],
  usage: null,
  ...echoOf(request),
});

/** The whole response, as one JSON body or as the last event of a stream. */
export const toResponse = (answering: Answering, output: readonly OutputItem[]) => {
  const { reply, choice } = answering;
  const cut = choice.ending === "length";
  return {
    ...openResponse(answering),
    status: cut ? "incomplete" : "completed",
    completed_at: cut ? null : createdAt(reply),
    incomplete_details: cut ? { reason: "max_output_tokens" } : null,
    output,
    usage: usageOf(reply, choice),
  };
};
