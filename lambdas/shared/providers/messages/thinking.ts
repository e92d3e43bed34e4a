import { budgetOf, effortOf } from "../../../../core/chat/neutral/effort";
import type { Reasoning } from "../../../../core/chat/neutral/request";
import { type ClaudeModel, effortFor } from "../claude-models";

/** The least budget that Anthropic takes; it has to be below `max_tokens`. */
export const leastBudget = 1_024;

export type ThinkingFields = {
  readonly thinking?: object;
  readonly effort?: string;
};

export const asksToThink = (reasoning: Reasoning | undefined): boolean =>
  reasoning !== undefined &&
  ((reasoning.effort !== undefined && reasoning.effort !== "none") ||
    (reasoning.budgetTokens ?? 0) > 0 ||
    reasoning.adaptive === true);

/** Anthropic's own default, where it is only said that the model decides. */
const usualEffort = "high";

const budgetFor = ({ budgetTokens, effort }: Reasoning, maxTokens: number): number =>
  Math.min(
    Math.max(budgetTokens ?? budgetOf(effort ?? usualEffort), leastBudget),
    Math.max(maxTokens - 1, leastBudget),
  );

const adaptively = (reasoning: Reasoning, model: ClaudeModel): ThinkingFields => {
  const { effort, budgetTokens, shown } = reasoning;
  const asked = effort ?? (budgetTokens === undefined ? undefined : effortOf(budgetTokens));
  const level = asked && effortFor(asked, model);
  return {
    thinking: { type: "adaptive", ...(shown && { display: "summarized" }) },
    ...(level && { effort: level }),
  };
};

/** A model that takes both is told what the caller said: tokens, or how hard. */
const byBudget = ({ budgetTokens }: Reasoning, { thinking }: ClaudeModel): boolean =>
  thinking === "budget" || (thinking === "both" && budgetTokens !== undefined);

/**
 * How a model is told how much to think.
 *
 * @param maxTokens - of the whole answer, thinking included.
 * @see https://platform.claude.com/docs/en/build-with-claude/extended-thinking (read 2026-11-24)
 */
export const thinkingFields = (
  reasoning: Reasoning | undefined,
  model: ClaudeModel,
  maxTokens: number,
): ThinkingFields => {
  if (!reasoning || model.thinking === "none") return {};
  if (!asksToThink(reasoning)) {
    return reasoning.effort === "none" || reasoning.budgetTokens !== undefined
      ? { thinking: { type: "disabled" } }
      : {};
  }
  if (!byBudget(reasoning, model)) return adaptively(reasoning, model);
  return { thinking: { type: "enabled", budget_tokens: budgetFor(reasoning, maxTokens) } };
};
