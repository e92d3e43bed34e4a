import type { Pool } from "../../training/eval/pool";
import { fitFloors } from "../../training/floors";

/**
 * A strong model that is always right, and a cheap one that is predicted to be as good in shares from
 * 0 to 1, evenly, and really is in `actual` of that share.
 */
const pool = (actual: (share: number) => number): Pool => {
  const count = 1_500;
  const scores: number[] = [];
  const predicted: number[] = [];
  for (let prompt = 0; prompt < count; prompt++) {
    const share = prompt / count;
    scores.push(actual(share), 1);
    predicted.push(0.98 * share, 0.98);
  }
  return {
    name: "made",
    models: ["cheap", "strong"],
    count,
    scores: Float64Array.from(scores),
    costs: Float64Array.from({ length: 2 * count }, (_, cell) => (cell % 2 === 0 ? 1 : 10)),
    asked: Float64Array.from(predicted),
    standIn: Float64Array.from(predicted),
    strongest: 1,
    words: new Float64Array(count),
  };
};

describe("the floors of the modes", () => {
  // Where predictions hold, a floor of 1 − x loses x on a share x of the prompts at the worst: x²/2.
  const floors = fitFloors([pool((share) => share)]);

  test("are as low as the promise allows, with a margin", () => {
    expect(floors.quality).toBeGreaterThan(1 - Math.sqrt(2 * 0.01));
    expect(floors.quality).toBeLessThan(1 - Math.sqrt(2 * 0.01) + 0.03);
    expect(floors.balanced).toBeGreaterThan(1 - Math.sqrt(2 * 0.03));
    expect(floors.balanced).toBeLessThan(1 - Math.sqrt(2 * 0.03) + 0.03);
    expect(floors.cost).toBeGreaterThan(1 - Math.sqrt(2 * 0.07));
    expect(floors.cost).toBeLessThan(1 - Math.sqrt(2 * 0.07) + 0.03);
  });

  test("never rise from quality to balanced to cost", () => {
    expect(floors.quality).toBeGreaterThanOrEqual(floors.balanced);
    expect(floors.balanced).toBeGreaterThanOrEqual(floors.cost);
  });

  test("stay at nearly all where the cheap model is always wrong", () => {
    const wary = fitFloors([pool(() => 0)]);
    expect(wary.quality).toBeGreaterThan(0.985);
    expect(wary.cost).toBeGreaterThan(0.92);
  });
});
