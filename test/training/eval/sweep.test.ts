import { keptOf, lossOf } from "../../../training/eval/promise";
import {
  costAt,
  mixCostAt,
  mixQualityAt,
  pointsOf,
  qualityAt,
  randomMix,
  sweepFloors,
} from "../../../training/eval/sweep";
import { wordCountSweep } from "../../../training/eval/word-count-sweep";
import { toyPool } from "./toy-pool";

const all = Int32Array.of(0, 1, 2);

describe("a sweep of the trade-off", () => {
  const points = pointsOf(sweepFloors(toyPool));

  test("is beside the strongest model: 30 for three right answers", () => {
    expect(points.find(({ setting }) => setting === 0.97)).toEqual({
      setting: 0.97,
      quality: 1,
      cost: 15 / 30,
    });
  });

  test("finds the least cost of a quality, and the highest quality of a cost", () => {
    expect(costAt(points, 1)).toBe(15 / 30);
    expect(costAt(points, 1.01)).toBe(Infinity);
    expect(qualityAt(points, 0.4)).toBeCloseTo(2 / 3, 12);
    expect(qualityAt(points, 0.01)).toBe(0);
  });
});

test("mixing at random is a line from the cheapest model to the strongest", () => {
  const mix = randomMix(toyPool);
  expect(mix.map(({ cost, quality }) => [cost, quality])).toEqual([
    [3 / 30, 1 / 3],
    [1, 1],
  ]);
  expect(mixQualityAt(mix, 0.55)).toBeCloseTo(2 / 3, 12);
  expect(mixCostAt(mix, 2 / 3)).toBeCloseTo(0.55, 12);
});

test("by word count the longest prompt goes to the strongest first", () => {
  const points = pointsOf(wordCountSweep(toyPool));
  expect(points.find(({ setting }) => setting === 0.34)).toMatchObject({
    quality: 2 / 3,
    cost: 12 / 30,
  });
});

test("what is lost is lost beside the reference that the caller has", () => {
  expect(lossOf(keptOf(toyPool, "auto", 0.5), all)).toBeCloseTo(1 / 3, 12);
  expect(lossOf(keptOf(toyPool, "named", 0.97), all)).toBe(0);
});
