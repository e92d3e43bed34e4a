import { type Emission, tokensOf } from "../emission";
import { type Choice, type Reply, thinkingTokens } from "../reply";
import { saidParts, saidText, thoughtText } from "../said";
import type { MakeId } from "../sandbox-dialect";

export const systemFingerprint = "fp_smashcost_sandbox";

/** Seconds since 1970. */
export const createdAt = ({ madeAt }: Reply): number => Math.floor(madeAt / 1_000);

/** The counts of an answer, as OpenAI reports them. */
export const usageOf = ({ prompt, choices }: Reply) => {
  const completion = choices.reduce((sum, { emissions }) => sum + tokensOf(emissions), 0);
  return {
    prompt_tokens: prompt.tokens,
    completion_tokens: completion,
    total_tokens: prompt.tokens + completion,
    prompt_tokens_details: { cached_tokens: prompt.read, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: choices.reduce((sum, choice) => sum + thinkingTokens(choice), 0),
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
};

/** Logprobs in OpenAI's shape; null where none were asked for. */
export const logprobsOf = (emissions: readonly Emission[]) => {
  const content = emissions.flatMap((emission) =>
    emission.kind === "text" && emission.logprob ? [emission.logprob] : [],
  );
  return content.length > 0 ? { content, refusal: null } : null;
};

/** Why an answer ended, in OpenAI's words. */
export const finishReasonOf = ({ ending }: Choice) =>
  (
    ({
      stop: "stop",
      "stop-sequence": "stop",
      length: "length",
      "tool-calls": "tool_calls",
    }) as const
  )[ending];

const toolCallsOf = (choice: Choice, makeId: MakeId) =>
  saidParts(choice).flatMap((part) => {
    if (part.kind !== "call") return [];
    const { name, arguments: given } = part;
    return [{ id: makeId("call_", 24), type: "function", function: { name, arguments: given } }];
  });

const choiceOf = (choice: Choice, makeId: MakeId) => {
  const calls = toolCallsOf(choice, makeId);
  const thought = thoughtText(choice);
  return {
    index: choice.index,
    message: {
      role: "assistant",
      content: calls.length > 0 ? null : saidText(choice),
      ...(thought && { reasoning_content: thought }),
      ...(calls.length > 0 && { tool_calls: calls }),
      refusal: null,
      annotations: [],
    },
    logprobs: logprobsOf(choice.emissions),
    finish_reason: finishReasonOf(choice),
  };
};

/**
 * The answer as one JSON body. Thinking is shown as DeepSeek shows it.
 * @see https://api-docs.deepseek.com/guides/reasoning_model
 */
export const toCompletion = (reply: Reply, makeId: MakeId) => ({
  id: makeId("chatcmpl-", 29),
  object: "chat.completion",
  created: createdAt(reply),
  model: reply.model,
  choices: reply.choices.map((choice) => choiceOf(choice, makeId)),
  usage: usageOf(reply),
  service_tier: "default",
  system_fingerprint: systemFingerprint,
});
