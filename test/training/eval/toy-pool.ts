import type { Pool } from "../../../training/eval/pool";

/**
 * Three prompts, three models from cheap to strong. Predicted: the cheap one will do for the first,
 * the middle one for the second, the strong one alone for the third.
 */
export const toyPool: Pool = {
  name: "toy",
  models: ["cheap", "middle", "strong"],
  count: 3,
  scores: Float64Array.of(1, 1, 1, 0, 1, 1, 0, 0, 1),
  costs: Float64Array.of(1, 4, 10, 1, 4, 10, 1, 4, 10),
  asked: Float64Array.of(0.88, 0.9, 0.9, 0.4, 0.88, 0.9, 0.2, 0.5, 0.8),
  standIn: Float64Array.of(0.88, 0.9, 0.9, 0.4, 0.88, 0.9, 0.2, 0.5, 0.8),
  strongest: 2,
  words: Float64Array.of(5, 50, 500),
};
