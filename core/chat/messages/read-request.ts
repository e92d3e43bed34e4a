import type { CallerRequest } from "../caller-dialect";
import { conversationOf } from "../neutral/to-conversation";
import { parseBody } from "../parse-body";
import { countRequestSchema, messagesRequestSchema } from "./messages-request";
import { toNeutral } from "./to-neutral";
import { answerFormatOf } from "./to-neutral-settings";

/** @throws RequestError 400 with the field at fault and what it should be, never its content. */
export const readRequest = (text: string): CallerRequest => {
  const body = parseBody(text, messagesRequestSchema, "model, max_tokens and messages");
  const neutral = toNeutral(body);
  return {
    dialect: "messages",
    text,
    body,
    model: body.model,
    streamed: neutral.stream,
    choices: neutral.choices,
    showsUsage: true,
    conversation: conversationOf(neutral),
    format: answerFormatOf(body),
    clues: { user: neutral.user },
    neutral: () => neutral,
  };
};

/** A prompt whose tokens are to be counted, and that is not to be answered. */
export type CountedRequest = Pick<
  CallerRequest,
  "dialect" | "text" | "body" | "model" | "conversation" | "neutral"
>;

/**
 * Reads the body of `/v1/messages/count_tokens`.
 * @see https://platform.claude.com/docs/en/api/messages/count_tokens (read 2026-11-24, by the types
 * of the `@anthropic-ai/sdk` package 1.12)
 * @throws RequestError 400 with the field at fault and what it should be, never its content.
 */
export const parseCountTokens = (text: string): CountedRequest => {
  const body = parseBody(text, countRequestSchema, "model and messages");
  const neutral = toNeutral(body);
  return {
    dialect: "messages",
    text,
    body,
    model: body.model,
    conversation: conversationOf(neutral),
    neutral: () => neutral,
  };
};
