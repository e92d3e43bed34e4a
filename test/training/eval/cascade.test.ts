import { bestCascade, cascadeBound } from "../../../training/eval/cascade";
import { toyPool } from "./toy-pool";

const all = Int32Array.of(0, 1, 2);

describe("what a cascade surely reaches", () => {
  test("keeps two right answers, pays for a split, and takes two wrong ones for the worst", () => {
    // Right twice; split and saved by the strongest; wrong twice: kept wrong, paid for all the same.
    expect(cascadeBound(toyPool, [0, 1], all)).toEqual({
      models: [0, 1],
      quality: 2 / 3,
      cost: (5 + 15 + 15) / 30,
    });
  });

  test("is none within a budget that no pair fits", () => {
    expect(bestCascade(toyPool, all, 0.5)).toBeUndefined();
    expect(bestCascade(toyPool, all, 2)?.models).toEqual([0, 1]);
  });
});
