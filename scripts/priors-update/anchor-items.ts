import type { Task } from "../../core/routing/task";

/**
 * One data set of an anchor mix.
 *
 * @param from - benchmarks whose scores (0 to 1) count for it.
 * @param share - of the mix; 0: only tells how able a model is.
 */
export type AnchorItem = {
  readonly name: string;
  readonly share: number;
  readonly from: readonly string[];
};

export type AnchoredTask = Extract<Task, "code" | "math" | "reasoning" | "question-answering">;

/**
 * The anchor mixes: what "a typical request" of a task is. A prior is the mean over its mix.
 *
 * Of LLMRouter's set only those subsets count whose scores measure answers and not the format of
 * answers: its GPQA lies below guessing, its TriviaQA at 8 to 21% for every model, its HumanEval at
 * 8% for a model that solves half, its MMLU at 14% for one that knows three quarters, and its logic
 * grid at 1% for two able ones. Published scores stand in for GPQA and HumanEval, and ZeroEval's
 * logic grids for its own.
 */
export const anchorItems: Readonly<Record<AnchoredTask, readonly AnchorItem[]>> = {
  code: [
    { name: "CRUXEval", share: 1 / 3, from: ["zeroeval-crux"] },
    { name: "MBPP", share: 1 / 3, from: ["llmrouter-dc/mbpp"] },
    { name: "HumanEval", share: 1 / 3, from: ["HumanEval"] },
  ],
  math: [
    {
      name: "GSM8K",
      share: 1 / 2,
      from: ["zeroeval-gsm8k", "routellm-gsm8k", "llmrouter-dc/gsm8k"],
    },
    { name: "MATH level 5", share: 1 / 2, from: ["zeroeval-math-l5"] },
    { name: "MATH", share: 0, from: ["MATH"] },
  ],
  reasoning: [
    { name: "logic grid", share: 1 / 3, from: ["ZebraLogic"] },
    { name: "CommonsenseQA", share: 1 / 3, from: ["llmrouter-dc/commonsense_qa"] },
    { name: "GPQA", share: 1 / 3, from: ["GPQA"] },
  ],
  "question-answering": [
    { name: "MMLU", share: 1 / 3, from: ["MMLU", "MMLU-Redux", "routellm-mmlu"] },
    { name: "MMLU-Pro", share: 1 / 3, from: ["mmlu-pro", "MMLU-Pro"] },
    { name: "ARC", share: 1 / 6, from: ["llmrouter-dc/arc_challenge"] },
    { name: "NaturalQA", share: 1 / 6, from: ["llmrouter-dc/natural_qa"] },
  ],
};

/** Models of LLMRouter's set that answer in no format its graders read: their scores say nothing. */
export const unreadable: readonly RegExp[] = [/chatqa/i, /^codegemma/i];
