import { effortOf } from "../../../../core/chat/neutral/effort";
import type { Effort, Reasoning } from "../../../../core/chat/neutral/request";
import type { Word } from "../../../../core/chat/neutral/words";
import { claudeFamily, claudeOf } from "./claude";
import type { ModelFamily } from "./model-family";

const allReasoning: readonly Word[] = [
  "reasoning effort",
  "reasoning budget",
  "adaptive reasoning",
];

const effortIn = ({ effort, budgetTokens }: Reasoning): Effort | undefined =>
  effort ?? (budgetTokens === undefined ? undefined : effortOf(budgetTokens));

// Marks of failure and images in results are Nova's and Claude's alone:
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html (read
// 2026-11-24, by the types of `@aws-sdk/client-bedrock-runtime` 3.1164)

/** OpenAI's word, as its own models and most other open ones take it. */
const openWords: ModelFamily["fields"] = ({ topK, reasoning }) => {
  const effort = reasoning && effortIn(reasoning);
  return {
    ...(topK !== undefined && { top_k: topK }),
    ...(effort !== undefined && { reasoning_effort: effort }),
  };
};

const novaEfforts: Readonly<Record<Effort, string>> = {
  none: "",
  minimal: "low",
  low: "low",
  medium: "medium",
  high: "high",
  xhigh: "high",
  max: "high",
};

const novaReasoning = (reasoning: Reasoning | undefined) => {
  const effort = reasoning && effortIn(reasoning);
  if (effort === undefined) return {};
  if (effort === "none") return { reasoningConfig: { type: "disabled" } };
  return { reasoningConfig: { type: "enabled", maxReasoningEffort: novaEfforts[effort] } };
};

/**
 * Amazon's models; the second generation thinks. At high effort it takes no limits of its own.
 * @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-converse-api.html and
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/request-response-schema.md (read 2026-11-24)
 */
const nova = (second: boolean): ModelFamily => ({
  lacks: () => (second ? ["adaptive reasoning"] : allReasoning),
  clashes: ({ reasoning, maxOutputTokens, temperature, topP }) => {
    const effort = reasoning && effortIn(reasoning);
    const high = effort !== undefined && novaEfforts[effort] === "high";
    const limited = [maxOutputTokens, temperature, topP].some((value) => value !== undefined);
    return second && high && limited ? ["high reasoning effort together with limits"] : [];
  },
  caching: "messages",
  marksFailures: true,
  fields: ({ topK, reasoning }) => ({
    ...(topK !== undefined && { inferenceConfig: { topK } }),
    ...novaReasoning(reasoning),
  }),
});

const openAi: ModelFamily = {
  lacks: () => ["top_k", "adaptive reasoning", "images in tool results"],
  caching: "none",
  fields: openWords,
};

/** Models of which it is not known what they take beside Converse's own settings. */
const other: ModelFamily = {
  lacks: () => ["top_k", "images in tool results", ...allReasoning],
  caching: "none",
  // What was asked for is said all the same: such a model answers, or refuses openly.
  fields: openWords,
};

/**
 * The family of a model, by its id: `us.anthropic.claude-sonnet-4-5-20250929-v1:0` is a Claude in
 * whichever region. The id of an inference profile tells nothing.
 */
export const familyOf = (modelId: string): ModelFamily => {
  const claude = claudeOf(modelId);
  if (claude) return claudeFamily(claude);
  if (modelId.includes("amazon.nova-")) return nova(modelId.includes("amazon.nova-2"));
  if (modelId.includes("openai.")) return openAi;
  // "Tool call id … must be a-z, A-Z, 0-9, with a length of 9", as Mistral's refusals say.
  if (modelId.includes("mistral.")) return { ...other, callId: /^[A-Za-z0-9]{9}$/ };
  return other;
};
