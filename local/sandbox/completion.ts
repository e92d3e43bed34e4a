import type { Emission } from "./emission";
import { type Choice, completionTokens, type Reply } from "./reply";

export const systemFingerprint = "fp_smashcost_sandbox";

/** The counts of an answer, as OpenAI reports them. */
export const usageOf = ({ promptTokens, cachedTokens, choices }: Reply) => {
  const completion = choices.reduce((sum, choice) => sum + completionTokens(choice), 0);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completion,
    total_tokens: promptTokens + completion,
    prompt_tokens_details: { cached_tokens: cachedTokens, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: choices.reduce((sum, { thinkingTokens }) => sum + thinkingTokens, 0),
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
};

const textOf = (emissions: readonly Emission[]) =>
  emissions.map((emission) => (emission.kind === "text" ? emission.text : "")).join("");

const toolCallsOf = (emissions: readonly Emission[]) =>
  emissions.flatMap((call) => {
    if (call.kind !== "call") return [];
    const pieces = emissions.map((emission) =>
      emission.kind === "arguments" && emission.index === call.index ? emission.text : "",
    );
    const { id, name } = call;
    return [{ id, type: "function", function: { name, arguments: pieces.join("") } }];
  });

/** Logprobs in OpenAI's shape; null where none were asked for. */
export const logprobsOf = (emissions: readonly Emission[]) => {
  const content = emissions.flatMap((emission) =>
    emission.kind === "text" && emission.logprob ? [emission.logprob] : [],
  );
  return content.length > 0 ? { content, refusal: null } : null;
};

const choiceOf = ({ index, emissions, finishReason }: Choice) => {
  const calls = toolCallsOf(emissions);
  return {
    index,
    message: {
      role: "assistant",
      content: calls.length > 0 ? null : textOf(emissions),
      ...(calls.length > 0 && { tool_calls: calls }),
      refusal: null,
      annotations: [],
    },
    logprobs: logprobsOf(emissions),
    finish_reason: finishReason,
  };
};

/** The answer as one JSON body. */
export const toCompletion = (reply: Reply) => ({
  id: reply.id,
  object: "chat.completion",
  created: reply.created,
  model: reply.model,
  choices: reply.choices.map(choiceOf),
  usage: usageOf(reply),
  service_tier: "default",
  system_fingerprint: systemFingerprint,
});
