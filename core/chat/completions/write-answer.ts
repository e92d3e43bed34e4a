import type { AnswerContext } from "../caller-dialect";
import type { NeutralAnswer, NeutralChoice } from "../neutral/answer";
import type { TokenLogprob } from "../neutral/event";
import type { AssistantPart } from "../neutral/part";
import { assistantMessage } from "./assistant-message";
import { finishWord } from "./finish-reason";
import { writeUsage } from "./write-usage";
import { writtenTier } from "./written-tier";

export const logprobsOf = (tokens: readonly TokenLogprob[] | undefined) =>
  tokens
    ? {
        content: tokens.map(({ token, logprob, bytes = null, top_logprobs = [] }) => ({
          token,
          logprob,
          bytes,
          top_logprobs,
        })),
        refusal: null,
      }
    : null;

/** In an answer the field is always there. */
const messageOf = (parts: readonly AssistantPart[]) => ({
  refusal: null,
  ...assistantMessage(parts),
});

const choiceOf = ({ parts, finish, logprobs }: NeutralChoice, index: number) => ({
  index,
  message: messageOf(parts),
  logprobs: logprobsOf(logprobs),
  finish_reason: finishWord(finish),
});

/**
 * A whole chat completion as JSON text. Seals have no place in it, nor has what counts beside tokens.
 * @see https://platform.openai.com/docs/api-reference/chat/object (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
export const writeAnswer = (
  { choices, usage }: NeutralAnswer,
  { id, model, createdAt }: AnswerContext,
): string =>
  JSON.stringify({
    id: `chatcmpl-${id}`,
    object: "chat.completion",
    created: createdAt,
    model,
    choices: choices.map(choiceOf),
    ...(usage && { usage: writeUsage(usage) }),
    ...writtenTier(usage?.serviceTier),
  });
