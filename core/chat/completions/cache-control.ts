import type { Conversation } from "../conversation";

const ttlOf = (control: object): "5m" | "1h" =>
  "ttl" in control && control.ttl === "1h" ? "1h" : "5m";

/**
 * Whether any part of a request is marked with `cache_control`, as Anthropic's callers and those of
 * gateways write it in OpenAI's dialect too; of several marks the shortest life counts.
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-caching (read 2026-11-24)
 */
export const cacheAskedIn = (
  parts: readonly Readonly<Record<string, unknown>>[],
): Conversation["cacheAsked"] => {
  let asked: Conversation["cacheAsked"];
  for (const { cache_control: control } of parts) {
    if (typeof control !== "object" || control === null) continue;
    if (ttlOf(control) === "5m") return "5m";
    asked = "1h";
  }
  return asked;
};
