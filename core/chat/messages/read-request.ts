import type { CallerRequest } from "../caller-dialect";
import { conversationOf } from "../neutral/to-conversation";
import { parseBody } from "../parse-body";
import { type CountRequest, type MessagesRequest, messagesRequestSchema } from "./messages-request";
import { toNeutral } from "./to-neutral";
import { answerFormatOf } from "./to-neutral-settings";

/** What a body of the schema says, as the gateway works with it. */
export const toCallerRequest = (
  text: string,
  body: CountRequest & Partial<MessagesRequest>,
): CallerRequest => {
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

/** @throws RequestError 400 with the field at fault and what it should be, never its content. */
export const readRequest = (text: string): CallerRequest =>
  toCallerRequest(text, parseBody(text, messagesRequestSchema, "model, max_tokens and messages"));
