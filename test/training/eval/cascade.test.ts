import { bestCascade, cascadeBound } from "../../../training/eval/cascade";
import { toyPool } from "./toy-pool";

const all = Int32Array.of(0, 1, 2);

/** A cheap one, a middle one, one that is nearly as good as the strongest, and the strongest. */
const fourModels = {
  ...toyPool,
  models: ["cheap", "middle", "good", "strong"],
  scores: Float64Array.of(1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1, 1),
  costs: Float64Array.of(1, 4, 5, 10, 1, 4, 5, 10, 1, 4, 5, 10),
  strongest: 3,
};

describe("what a cascade surely reaches", () => {
  test("keeps two right answers, pays for a split, and takes two wrong ones for the worst", () => {
    // Right twice; split and saved by the strongest; wrong twice: kept wrong, paid for all the same.
    expect(cascadeBound(toyPool, [0, 1], all)).toEqual({
      models: [0, 1],
      quality: 2 / 3,
      cost: (5 + 15 + 15) / 30,
    });
  });

  test.each([
    { name: "the best within the budget", budget: 2, is: [1, 2] },
    { name: "else the cheapest", budget: 0.1, is: [0, 1] },
  ])("is chosen as $name", ({ budget, is }) => {
    expect(bestCascade(fourModels, all, budget).models).toEqual(is);
  });
});
