import type { Task } from "../../core/routing/task";
import { logit } from "./logit";

type Point = readonly [score: number, probability: number];

/**
 * A benchmark that is no part of a task's anchor mix, as a line onto its meaning:
 * `logit(probability) = a + b · score`, laid by hand through two points.
 */
export type Bridge = {
  readonly benchmark: string;
  readonly task: Task;
  readonly low: Point;
  readonly high: Point;
  /** Pseudo-observations that one score is worth. */
  readonly worth: number;
};

const bridge = (
  benchmark: string,
  worth: number,
  low: readonly number[],
  high: readonly number[],
  to: Partial<Record<Task, readonly [low: number, high: number]>>,
): readonly Bridge[] =>
  (Object.keys(to) as Task[]).map((task) => {
    const [atLow, atHigh] = to[task] ?? [0, 0];
    return { benchmark, task, worth, low: [low[0] ?? 0, atLow], high: [high[0] ?? 0, atHigh] };
  });

/**
 * Fixed points are models that people have used for years: GPT-3.5 Turbo (WildBench creative 3.7,
 * AlpacaEval 22, Arena-Hard 23), GPT-4o (5.9, 57, 79; Terminal-Bench Hard 8, Aider 18 to 23), Claude
 * 3.5 Sonnet (Aider 52), GPT-5 (Aider 88). A win rate against another model isn't the rate of good
 * answers: who loses against GPT-4 Turbo in nine of ten cases still answers most requests well.
 * A judged essay says less of a mechanical task than of an essay, and so is worth less there.
 */
export const bridges: readonly Bridge[] = [
  ...bridge("WildBench Creative Tasks", 20, [3.7], [5.9], { writing: [0.74, 0.9] }),
  ...bridge("WildBench Creative Tasks", 8, [3.7], [5.9], {
    rewriting: [0.84, 0.94],
    summarization: [0.84, 0.94],
  }),
  ...bridge("WildBench Information/Advice seeking", 14, [3.6], [5.9], { chat: [0.83, 0.93] }),
  ...bridge("WildBench Information/Advice seeking", 6, [3.6], [5.9], {
    summarization: [0.84, 0.94],
  }),
  ...bridge("WildBench Coding & Debugging", 10, [2.7], [6.0], { code: [0.66, 0.87] }),
  ...bridge("WildBench Math & Data Analysis", 8, [2.2], [5.7], { math: [0.52, 0.76] }),
  ...bridge("WildBench Planning & Reasoning", 10, [3.3], [6.0], { reasoning: [0.44, 0.6] }),
  ...bridge("AlpacaEval 2 LC", 12, [22], [57], { chat: [0.83, 0.93] }),
  ...bridge("AlpacaEval 2 LC", 8, [22], [57], { writing: [0.74, 0.9] }),
  ...bridge("Arena-Hard", 8, [23], [79], { chat: [0.83, 0.93], writing: [0.74, 0.9] }),
  ...bridge("Aider Polyglot", 8, [20], [88], { code: [0.84, 0.97], "agent-step": [0.6, 0.9] }),
  ...bridge("Terminal-Bench Hard", 14, [8], [38], { "agent-step": [0.57, 0.9] }),
  ...bridge("Terminal-Bench", 14, [63], [76], { "agent-step": [0.92, 0.96] }),
  ...bridge("τ²-Bench", 14, [59], [85], { "agent-step": [0.76, 0.9] }),
  ...bridge("SWE-Bench Verified", 10, [54], [80], { "agent-step": [0.7, 0.92] }),
  ...bridge("SWE-Bench Verified", 8, [54], [80], { code: [0.86, 0.96] }),
  ...bridge("SWE-Bench Pro", 8, [21], [59], { "agent-step": [0.72, 0.93] }),
];

/** The probability on a bridge's task that a score stands for. */
export const across = ({ low, high }: Bridge, score: number): number => {
  const slope = (logit(high[1]) - logit(low[1])) / (high[0] - low[0]);
  const odds = logit(low[1]) + slope * (score - low[0]);
  return 1 / (1 + Math.exp(-odds));
};
