import type { CallerDialect } from "../../core/chat/caller-dialect";
import { completionsDialect } from "../../core/chat/completions/dialect";
import { messagesDialect } from "../../core/chat/messages/dialect";
import { responsesDialect } from "../../core/chat/responses/dialect";
import type { GatewayRequest } from "./exchange";

/** Where a conversation is asked for, and in which dialect. */
const byPath: Readonly<Record<string, CallerDialect>> = {
  "/v1/chat/completions": completionsDialect,
  "/v1/responses": responsesDialect,
  "/v1/messages": messagesDialect,
};

export const dialectAt = (path: string): CallerDialect | undefined =>
  Object.hasOwn(byPath, path) ? byPath[path] : undefined;

/** The dialect in which an error is said: OpenAI's where neither path nor headers tell. */
export const errorDialectOf = ({
  path,
  headers,
}: Pick<GatewayRequest, "path" | "headers">): CallerDialect => {
  const anthropic = path.startsWith("/v1/messages") || headers["anthropic-version"] !== undefined;
  return dialectAt(path) ?? (anthropic ? messagesDialect : completionsDialect);
};
