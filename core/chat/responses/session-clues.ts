import type { SessionClues } from "../../routing/session";
import type { ResponsesRequest } from "./response-request";

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** What a Responses request says of its conversation: `prompt_cache_key`, and who talks. */
export const sessionCluesOf = ({
  prompt_cache_key,
  metadata,
  user,
  safety_identifier,
}: ResponsesRequest): Omit<SessionClues, "name"> => ({
  cacheKey: textOf(prompt_cache_key),
  user: textOf(metadata?.user_id) ?? textOf(user) ?? textOf(safety_identifier),
});
