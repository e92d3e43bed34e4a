import {
  bestPredicted,
  bestTrade,
  cheapestAbove,
  cheapestBeside,
} from "../../../training/eval/select";
import { toyPool } from "./toy-pool";

describe("choosing in a pool", () => {
  test.each([
    {
      name: "the best predicted, of equals the cheaper",
      of: bestPredicted(toyPool),
      is: [1, 2, 2],
    },
    { name: "nothing may be lost", of: cheapestAbove(toyPool, 1), is: [1, 2, 2] },
    { name: "97% of the best is enough", of: cheapestAbove(toyPool, 0.97), is: [0, 1, 2] },
    { name: "half of the best is enough", of: cheapestAbove(toyPool, 0.5), is: [0, 1, 1] },
    {
      name: "97% of the middle one, asked for",
      of: cheapestBeside(toyPool, 1, 0.97),
      is: [0, 1, 1],
    },
    { name: "quality at no price", of: bestTrade(toyPool, 0), is: [1, 2, 2] },
    { name: "quality at a price", of: bestTrade(toyPool, 0.06), is: [0, 1, 1] },
    { name: "quality at any price", of: bestTrade(toyPool, 1), is: [0, 0, 0] },
  ])("$name", ({ of, is }) => {
    expect([...of]).toEqual(is);
  });
});
