import type { Effort } from "./request";

/**
 * How many tokens of thinking an effort stands for, where one side counts tokens and the other has
 * words. The numbers are Google's own, for its models behind OpenAI's dialect; `xhigh` and `max`
 * have none there: they are the most that its older and newer large models take.
 * @see https://ai.google.dev/gemini-api/docs/openai#thinking (read 2026-11-24)
 */
const budgets: Readonly<Record<Effort, number>> = {
  none: 0,
  minimal: 1_024,
  low: 1_024,
  medium: 8_192,
  high: 24_576,
  xhigh: 32_768,
  max: 32_768,
};

/** Tokens of thinking. */
export const budgetOf = (effort: Effort): number => budgets[effort];

const rising: readonly Effort[] = ["low", "medium", "high"];

/** The least effort, `low` to `high`, whose budget holds so many tokens; `none` for none at all. */
export const effortOf = (budgetTokens: number): Effort =>
  budgetTokens <= 0 ? "none" : (rising.find((effort) => budgetTokens <= budgets[effort]) ?? "high");
