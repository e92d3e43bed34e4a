import type { SessionClues } from "../../routing/session";
import type { ChatRequest } from "./chat-request";

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** What a chat completions request says of its conversation: `prompt_cache_key`, and who talks. */
export const sessionCluesOf = ({
  prompt_cache_key,
  metadata,
  user,
}: ChatRequest): Omit<SessionClues, "name"> => {
  const fields = typeof metadata === "object" && metadata !== null ? metadata : {};
  return {
    cacheKey: textOf(prompt_cache_key),
    user: ("user_id" in fields ? textOf(fields.user_id) : undefined) ?? textOf(user),
  };
};
