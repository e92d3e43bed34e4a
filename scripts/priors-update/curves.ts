import { type Task, tasks } from "../../core/routing/task";
import { logistic, logit } from "./logit";

/** `probability = top / (1 + e^−(a + b · index))`. */
export type Curve = readonly [a: number, b: number, top: number];
export type Curves = Readonly<Record<Task, Curve>>;

/** A model of which both are known. */
export type Known = {
  readonly index: number;
  readonly mean: number;
  readonly weight: number;
};

type Point = readonly [index: number, probability: number];

/**
 * Where a curve must pass near, by hand: where no benchmark reaches. Index 2 is a small model of
 * 2023, 6 is Llama 3.1 8B, 16
 * GPT-4o, 40 the best of 2025, 55 the best of early 2026. Mechanical tasks are nearly saturated for
 * a good small model; translation less, as small models know few languages.
 */
const fixedPoints: Readonly<Record<Task, readonly Point[]>> = {
  code: [
    [2, 0.42],
    [45, 0.965],
  ],
  math: [
    [2, 0.3],
    [45, 0.97],
  ],
  reasoning: [
    [2, 0.31],
    [45, 0.9],
  ],
  extraction: [
    [6, 0.83],
    [16, 0.91],
    [45, 0.97],
  ],
  classification: [
    [6, 0.86],
    [16, 0.92],
    [45, 0.965],
  ],
  summarization: [
    [6, 0.86],
    [16, 0.93],
    [45, 0.97],
  ],
  translation: [
    [6, 0.76],
    [16, 0.92],
    [45, 0.975],
  ],
  rewriting: [
    [6, 0.86],
    [16, 0.93],
    [45, 0.975],
  ],
  writing: [
    [6, 0.77],
    [16, 0.88],
    [45, 0.95],
  ],
  "question-answering": [
    [2, 0.5],
    [45, 0.9],
  ],
  chat: [
    [6, 0.85],
    [16, 0.92],
    [45, 0.965],
  ],
  "agent-step": [
    [6, 0.38],
    [16, 0.62],
    [30, 0.8],
    [45, 0.92],
    [58, 0.96],
  ],
};

/**
 * What no model surpasses: some requests ask for what isn't there, and some answers are graded
 * wrongly. Without it, one line on log odds fits either small models or the best, not both.
 */
const tops: Readonly<Record<Task, number>> = {
  code: 0.98,
  math: 0.98,
  reasoning: 0.96,
  extraction: 0.98,
  classification: 0.97,
  summarization: 0.975,
  translation: 0.98,
  rewriting: 0.98,
  writing: 0.96,
  "question-answering": 0.96,
  chat: 0.975,
  "agent-step": 0.97,
};

/** What a fixed point weighs against one model measured on a whole anchor mix (1). */
const fixedWeight = 4;

const lineThrough = (known: readonly Known[], top: number): Curve => {
  const odds = ({ mean }: Known) => logit(mean / top);
  const sum = (value: (model: Known) => number) =>
    known.reduce((total, model) => total + model.weight * value(model), 0);
  const weight = sum(() => 1);
  const x = sum(({ index }) => index) / weight;
  const y = sum(odds) / weight;
  const slope =
    sum((model) => (model.index - x) * (odds(model) - y)) / sum(({ index }) => (index - x) ** 2);
  return [round(y - slope * x), round(slope), top];
};

const round = (value: number) => Math.round(value * 1e4) / 1e4;

/** A task's curve through the models of which index and evidence are known: least squares on log odds. */
export const fitCurves = (known: (task: Task) => readonly Known[]): Curves =>
  Object.fromEntries(
    tasks.map((task) => {
      const fixed = fixedPoints[task].map(([index, mean]) => ({
        index,
        mean,
        weight: fixedWeight,
      }));
      return [task, lineThrough([...known(task), ...fixed], tops[task])];
    }),
  ) as Curves;

export const onCurve = ([a, b, top]: Curve, index: number): number => top * logistic(a + b * index);
