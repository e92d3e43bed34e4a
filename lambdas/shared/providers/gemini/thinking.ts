import { budgetOf, effortOf } from "../../../../core/chat/neutral/effort";
import type { Effort, Reasoning } from "../../../../core/chat/neutral/request";
import type { CalledModel } from "../adapter";
import { type ModelTraits, modelTraits } from "./model-traits";

/** Gemini's `thinkingConfig`: a budget or a level, never both. */
type ThinkingConfig = {
  readonly includeThoughts?: true;
  /** Tokens; 0: none, -1: as the model likes. */
  readonly thinkingBudget?: number;
  readonly thinkingLevel?: "MINIMAL" | "LOW" | "MEDIUM" | "HIGH";
};

/** What is more than HIGH is HIGH: there is no more. */
const levels: Readonly<Record<Exclude<Effort, "none" | "minimal">, "LOW" | "MEDIUM" | "HIGH">> = {
  low: "LOW",
  medium: "MEDIUM",
  high: "HIGH",
  xhigh: "HIGH",
  max: "HIGH",
};

const level = (effort: Effort, traits: ModelTraits): ThinkingConfig => {
  // No model of this generation can be kept from thinking: a request that asks for it is not
  // routed here (`uncarried`), and the least is all that is left to say.
  if (effort !== "none" && effort !== "minimal") return { thinkingLevel: levels[effort] };
  return { thinkingLevel: traits.minimal ? "MINIMAL" : "LOW" };
};

const budget = (
  { effort, budgetTokens, adaptive }: Reasoning,
  { least, most, off }: NonNullable<ModelTraits["budget"]>,
): ThinkingConfig => {
  const wanted = budgetTokens ?? (effort && budgetOf(effort));
  if (wanted === undefined) return adaptive === true ? { thinkingBudget: -1 } : {};
  if (wanted <= 0) return { thinkingBudget: off ? 0 : least };
  return { thinkingBudget: Math.min(Math.max(wanted, least), most) };
};

const amount = (reasoning: Reasoning, traits: ModelTraits): ThinkingConfig => {
  if (traits.budget) return budget(reasoning, traits.budget);
  const { effort, budgetTokens } = reasoning;
  const asked = effort ?? (budgetTokens === undefined ? undefined : effortOf(budgetTokens));
  return asked === undefined ? {} : level(asked, traits);
};

/**
 * How much the model is to think, and whether it shows it; undefined where nothing is to be said.
 * The 2.5 models are told tokens, newer ones a level: a budget is put as the level that holds it.
 * @see https://ai.google.dev/gemini-api/docs/thinking (read 2026-11-24)
 */
export const thinkingConfig = (
  reasoning: Reasoning | undefined,
  model: CalledModel,
): ThinkingConfig | undefined => {
  if (!reasoning || !model.reasons) return undefined;
  const config: ThinkingConfig = {
    ...(reasoning.shown === true && { includeThoughts: true }),
    ...amount(reasoning, modelTraits(model.id)),
  };
  return Object.keys(config).length > 0 ? config : undefined;
};

/** Whether a model can be told not to think at all. */
export const canStopThinking = (modelId: string): boolean =>
  modelTraits(modelId).budget?.off === true;
