import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import type { ClaudeModel } from "../claude-models";
import { asksToThink, leastBudget } from "./thinking";
import type { Turn } from "./turns";

/** A name for what can't be said; false where it is not asked for. */
export type Finding = string | false;

export const differs = (value: number | undefined): boolean => value !== undefined && value !== 1;

export const mustCall = ({ toolChoice }: NeutralRequest): boolean =>
  toolChoice?.kind === "any" || toolChoice?.kind === "tool";

/** It follows a user, and is followed by an answer, given or asked for. */
const isMisplaced = ({ role }: Turn, at: number, turns: readonly Turn[]): boolean =>
  role === "system" &&
  (turns[at - 1]?.role !== "user" || (turns[at + 1]?.role ?? "assistant") !== "assistant");

const ownThoughtFirst = ({ parts: [first] }: Turn): boolean => first?.kind === "reasoning";

/** A tool loop that others began has no thoughts that a budget could go on from. */
const loopsWithoutThought = (turns: readonly Turn[]): boolean => {
  const answer = turns.findLast(({ role }) => role === "assistant");
  const last = turns.at(-1);
  return (
    last?.role === "user" &&
    last.parts.some(({ kind }) => kind === "tool-result") &&
    answer !== undefined &&
    !ownThoughtFirst(answer)
  );
};

/** What a model that is told how many tokens to think can't be told beside that. */
const besideBudget = (request: NeutralRequest, turns: readonly Turn[]): readonly Finding[] => [
  (request.maxOutputTokens ?? Number.POSITIVE_INFINITY) <= leastBudget &&
    `reasoning within ${leastBudget} tokens of answer`,
  mustCall(request) && "a tool that must be called beside reasoning",
  loopsWithoutThought(turns) && "reasoning in a tool loop that another model began",
];

/** What one model can't be told, that others can. */
export const uncarriedByModel = (
  request: NeutralRequest,
  turns: readonly Turn[],
  model: ClaudeModel,
): readonly Finding[] => {
  const { reasoning, toolChoice, tools, shape, temperature, topP, topK } = request;
  const thinks = asksToThink(reasoning);
  const { samples, schemas, thinking, alwaysThinks, callsFreely } = model;
  return [
    !samples && differs(temperature) && "temperature",
    !samples && differs(topP) && "top_p",
    !samples && topK !== undefined && "top_k",
    !schemas && shape?.kind === "schema" && "JSON schema answers",
    !schemas && tools.some(({ strict }) => strict) && "strict tools",
    thinking === "none" && thinks && "reasoning",
    alwaysThinks === true && reasoning?.effort === "none" && "no reasoning",
    callsFreely === true && toolChoice?.kind === "any" && "tool_choice any",
    callsFreely === true && toolChoice?.kind === "tool" && "tool_choice of one tool",
    ...(thinks && thinking === "budget" ? besideBudget(request, turns) : []),
  ];
};

/** Whether it takes the instructions within a conversation where they stand. */
export const takesLateSystem = (model: ClaudeModel | undefined, turns: readonly Turn[]): boolean =>
  model?.lateSystem === true && !turns.some(isMisplaced);
