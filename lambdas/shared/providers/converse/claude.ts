import { budgetOf, effortOf } from "../../../../core/chat/neutral/effort";
import type { Effort, NeutralRequest, Reasoning } from "../../../../core/chat/neutral/request";
import type { Word } from "../../../../core/chat/neutral/words";
import type { ModelFamily } from "./model-family";

/** A Claude by its name in a model's id: `opus` and 45 of `us.anthropic.claude-opus-4-5-20251101-v1:0`. */
type Claude = { readonly line: string; readonly version: number };

const version = (major: string | undefined, minor: string | undefined) =>
  Number(major) * 10 + Number(minor ?? 0);

/** Undefined where the id names no Claude. */
export const claudeOf = (modelId: string): Claude | undefined => {
  if (!modelId.includes("anthropic.claude-")) return undefined;
  const named = /claude-([a-z]+)-(\d+)(?:-(\d)(?!\d))?/.exec(modelId);
  if (named) return { line: named[1] ?? "", version: version(named[2], named[3]) };
  const older = /claude-(\d)(?:-(\d)(?!\d))?-([a-z]+)/.exec(modelId);
  if (older) return { line: older[3] ?? "", version: version(older[1], older[2]) };
  return { line: "", version: modelId.includes("mythos") ? 50 : 20 };
};

const isOff = ({ effort, budgetTokens }: Reasoning): boolean =>
  effort === "none" || budgetTokens === 0;

/** Its thinking can't be switched off. */
const alwaysThinks = ({ line, version: at }: Claude): boolean =>
  at >= 50 && line !== "sonnet" && line !== "haiku" && !(line === "opus" && at < 55);

const leastBudget = 1_024;

/**
 * Tokens of thinking that an effort stands for. They count as output: half of what is allowed is
 * left for the answer itself.
 */
const budgetWithin = (effort: Effort, maxOutputTokens: number | undefined): number => {
  const wished = budgetOf(effort);
  if (maxOutputTokens === undefined) return wished;
  return Math.max(leastBudget, Math.min(wished, Math.floor(maxOutputTokens / 2)));
};

const levels: Readonly<Record<Effort, string>> = {
  none: "low",
  minimal: "low",
  low: "low",
  medium: "medium",
  high: "high",
  xhigh: "xhigh",
  max: "max",
};

const adaptive = ({ version: at }: Claude, { effort, budgetTokens, shown }: Reasoning) => {
  const asked = effort ?? (budgetTokens === undefined ? undefined : effortOf(budgetTokens));
  // The 4.6 models have no level between high and max.
  const level = asked === "xhigh" && at < 47 ? "max" : asked && levels[asked];
  return {
    thinking: { type: "adaptive", ...(shown && { display: "summarized" }) },
    ...(level && { output_config: { effort: level } }),
  };
};

/**
 * How a Claude is told how much to think. Up to 4.5 by a budget, with 4.6 by either, since 4.7
 * adaptively alone; since 5 it thinks unless it is told not to.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html,
 * https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html and
 * https://platform.claude.com/docs/en/models/opus-5-5/whats-new-opus-5-5 (read 2026-11-24)
 */
const thinkingOf = (
  claude: Claude,
  reasoning: Reasoning,
  maxOutputTokens: number | undefined,
): Readonly<Record<string, unknown>> => {
  const { line, version: at } = claude;
  const { effort, budgetTokens, adaptive: free, shown } = reasoning;
  if (isOff(reasoning)) {
    if (at < 50) return {};
    return { thinking: { type: line === "sonnet" && at >= 55 ? "between_tools" : "disabled" } };
  }
  if (effort === undefined && budgetTokens === undefined && !free) {
    return shown && at >= 50 ? adaptive(claude, reasoning) : {};
  }
  const byBudget = at < 46 || (at === 46 && budgetTokens !== undefined && !free);
  if (!byBudget) return adaptive(claude, reasoning);
  const tokens = budgetTokens ?? budgetWithin(effort ?? "high", maxOutputTokens);
  return { thinking: { type: "enabled", budget_tokens: tokens } };
};

const sampling: readonly Word[] = ["temperature", "top_p", "top_k"];

const thinks = ({ version: at }: Claude, { reasoning }: NeutralRequest): boolean =>
  reasoning === undefined
    ? at >= 50
    : !isOff(reasoning) &&
      (at >= 50 ||
        reasoning.effort !== undefined ||
        reasoning.budgetTokens !== undefined ||
        reasoning.adaptive === true);

/**
 * Models that think take no sampling settings and can't be made to call a tool; those since 4.7 take
 * no sampling settings at all.
 * @see https://platform.claude.com/docs/en/build-with-claude/extended-thinking and
 * https://platform.claude.com/docs/en/models/sonnet-5/overview (read 2026-11-24)
 */
const lacks = (claude: Claude, request: NeutralRequest): readonly Word[] => {
  const { version: at } = claude;
  const said: Word[] = at >= 47 ? [...sampling] : [];
  if (at < 37) said.push("reasoning effort", "reasoning budget", "adaptive reasoning");
  if (request.reasoning && isOff(request.reasoning) && alwaysThinks(claude)) {
    said.push("reasoning effort", "reasoning budget");
  }
  if (thinks(claude, request)) {
    said.push(...sampling, "tool_choice any", "tool_choice of one tool");
  }
  return said;
};

const clashes = (
  { version: at }: Claude,
  { temperature, topP, maxOutputTokens, reasoning }: NeutralRequest,
): readonly string[] => [
  // Since 4.1 one of the two.
  ...(at >= 41 && temperature !== undefined && topP !== undefined
    ? ["temperature together with top_p"]
    : []),
  ...(at < 46 &&
  reasoning?.effort !== undefined &&
  !isOff(reasoning) &&
  (maxOutputTokens ?? Number.POSITIVE_INFINITY) <= leastBudget
    ? [`reasoning effort within ${leastBudget} output tokens`]
    : []),
];

/** Anthropic's models on Bedrock. */
export const claudeFamily = (claude: Claude): ModelFamily => ({
  marksFailures: true,
  lacks: (request) => lacks(claude, request),
  clashes: (request) => clashes(claude, request),
  // Claude 3.7 and 3.5 Haiku are the oldest whose prompts are cached; the hour came with 4.5.
  caching:
    claude.version >= 37 || (claude.version === 35 && claude.line === "haiku") ? "all" : "none",
  hourCache: claude.version >= 45,
  stopPaths: ["/stop_sequence", "/delta/stop_sequence"],
  fields: ({ topK, reasoning, maxOutputTokens }) => ({
    ...(topK !== undefined && { top_k: topK }),
    ...(reasoning && thinkingOf(claude, reasoning, maxOutputTokens)),
  }),
});
