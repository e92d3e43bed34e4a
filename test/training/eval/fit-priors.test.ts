import { tasks } from "../../../core/routing/task";
import { fitPriors } from "../../../training/eval/fit-priors";
import { judgedAs } from "../toy-judged";

const math = tasks.indexOf("math");
const chat = tasks.indexOf("chat");
const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** A model that follows the shifts exactly: its level is `level` at a prompt that is neither. */
const following = (level: number, shifts: readonly number[], times: number) =>
  Array.from({ length: times }, () => shifts)
    .flat()
    .map((shift) => judgedAs({ scores: { model: sigmoid(level + shift) } }, shift));

describe("priors from scores", () => {
  test("take out how hard the prompts were", () => {
    const hard = fitPriors(following(0.4, [-1.5, -2.5], 500), "model");
    expect(hard[math]?.mean).toBeCloseTo(sigmoid(0.4), 2);
    const mixed = fitPriors(following(0.4, [-2, 0, 2], 500), "model");
    expect(mixed[math]?.mean).toBeCloseTo(sigmoid(0.4), 2);
  });

  test("lean on the model's level where a task was not met, and are worth little there", () => {
    const priors = fitPriors(following(1, [0], 100), "model");
    expect(priors[chat]?.mean).toBeCloseTo(sigmoid(1), 2);
    expect(priors[chat]?.observations).toBe(3);
    expect(priors[math]?.observations).toBe(50);
  });

  test("know nothing of a model that was not asked", () => {
    expect(fitPriors(following(1, [0], 100), "other")[math]?.mean).toBeCloseTo(0.5, 3);
  });
});
