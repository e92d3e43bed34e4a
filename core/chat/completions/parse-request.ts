import { parseBody } from "../parse-body";
import { type ChatRequest, chatRequestSchema } from "./chat-request";

/**
 * Reads a chat completions body.
 *
 * @throws RequestError 400 with the field at fault and what it should be, never its content.
 */
export const parseChatRequest = (body: string): ChatRequest =>
  parseBody(body, chatRequestSchema, "model and messages");
