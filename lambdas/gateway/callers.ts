import type { CallerDialect } from "../../core/chat/caller-dialect";
import { completionsDialect } from "../../core/chat/completions/dialect";
import { messagesDialect } from "../../core/chat/messages/dialect";
import { responsesDialect } from "../../core/chat/responses/dialect";

/** Where a conversation is asked for, and in which dialect. */
const byPath: Readonly<Record<string, CallerDialect>> = {
  "/v1/chat/completions": completionsDialect,
  "/v1/responses": responsesDialect,
  "/v1/messages": messagesDialect,
};

export const dialectAt = (path: string): CallerDialect | undefined =>
  Object.hasOwn(byPath, path) ? byPath[path] : undefined;

/** The dialect in which what goes wrong at a path is said: OpenAI's where the path has none. */
export const errorDialectAt = (path: string): CallerDialect =>
  path.startsWith("/v1/messages") ? messagesDialect : (dialectAt(path) ?? completionsDialect);
