import type { Conversation } from "../conversation";
import type { CacheMark } from "../neutral/part";

/** The mark that a part, a message or a tool has; undefined where it has none. */
export const cacheMarkOf = ({
  cache_control: control,
}: Readonly<Record<string, unknown>>): CacheMark | undefined => {
  if (typeof control !== "object" || control === null) return undefined;
  return "ttl" in control && control.ttl === "1h" ? "1h" : "5m";
};

/**
 * Whether any part of a request is marked with `cache_control`, as Anthropic's callers and those of
 * gateways write it in OpenAI's dialect too; of several marks the shortest life counts.
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-caching (read 2026-11-24)
 */
export const cacheAskedIn = (
  parts: readonly Readonly<Record<string, unknown>>[],
): Conversation["cacheAsked"] => {
  let asked: Conversation["cacheAsked"];
  for (const part of parts) {
    const mark = cacheMarkOf(part);
    if (mark === "5m") return mark;
    asked ??= mark;
  }
  return asked;
};
