import { parseChatRequest } from "../../core/chat/completions/parse-request";
import { toConversation } from "../../core/chat/completions/to-conversation";
import type { Conversation } from "../../core/chat/conversation";

/** A lone prompt, as the gateway would see it. */
export const conversationOf = (prompt: string): Conversation =>
  conversationOfRequest({ messages: [{ role: "user", content: prompt }] });

/** A chat completion request without its model, as the gateway would see it. */
export const conversationOfRequest = (request: Readonly<Record<string, unknown>>): Conversation =>
  toConversation(parseChatRequest(JSON.stringify({ model: "auto", ...request })));
