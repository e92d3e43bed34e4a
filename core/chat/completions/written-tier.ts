/**
 * The tiers that OpenAI's clients know; a provider's others stay its own.
 * @see https://platform.openai.com/docs/api-reference/chat/object (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
const known = ["auto", "default", "flex", "scale", "priority"];

/** The field that says which tier served an answer, where its reader has a word for it. */
export const writtenTier = (serviceTier: string | undefined): { service_tier?: string } =>
  serviceTier !== undefined && known.includes(serviceTier) ? { service_tier: serviceTier } : {};
