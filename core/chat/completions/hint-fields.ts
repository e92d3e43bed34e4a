import type { ChatRequest } from "./chat-request";

/**
 * Fields that change nothing of what is answered: who asks, what is kept of it, where it is cached.
 * They go to whoever takes them, and are left out elsewhere.
 * @see https://platform.openai.com/docs/api-reference/chat/create (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
export const hintFields = [
  "user",
  "metadata",
  "store",
  "safety_identifier",
  "prompt_cache_key",
  "prompt_cache_options",
  "prompt_cache_retention",
] as const;

const hints: ReadonlySet<string> = new Set(hintFields);

/** Tiers that say no more than that nothing special is wanted. */
const plainTiers: readonly unknown[] = ["auto", "default"];

/** Whether a field of a request is but a hint; `service_tier` is one where it asks for the standard. */
export const isHint = (field: string, request: Pick<ChatRequest, string>): boolean =>
  hints.has(field) || (field === "service_tier" && plainTiers.includes(request.service_tier));
