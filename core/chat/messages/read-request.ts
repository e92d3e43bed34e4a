import { RequestError } from "../../errors";
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

/**
 * A thread is a conversation that Anthropic holds, of which a request brings the newest turn alone:
 * nobody else could answer it, and it could be neither routed nor reckoned. Told so by this code, the
 * tool runner of Anthropic's client, which asks for one unasked, sends the whole conversation.
 * @see https://platform.claude.com/docs/en/api/beta/messages/create (read 2026-11-24, by the types
 * and `lib/internal/threads` of the `@anthropic-ai/sdk` package 1.12)
 */
const refuseThread = ({ thread }: MessagesRequest): void => {
  if (thread == null) return;
  throw new RequestError(
    400,
    "thread_unsupported_request",
    "thread: the gateway holds no conversations; send the whole conversation without it",
    { param: "thread" },
  );
};

/** @throws RequestError 400 with the field at fault and what it should be, never its content. */
export const readRequest = (text: string): CallerRequest => {
  const body = parseBody(text, messagesRequestSchema, "model, max_tokens and messages");
  refuseThread(body);
  return toCallerRequest(text, body);
};
