import { doubtOf, lowerBound, observed } from "../../../core/routing/prior";

const prior = { mean: 0.8, observations: 24 };

test("a prior's doubt is the standard deviation of a Beta distribution", () => {
  // Beta(19.2, 4.8): variance 19.2 · 4.8 / (24² · 25) = 0.0064.
  expect(doubtOf(prior)).toBeCloseTo(0.08, 12);
});

test("the lower bound lies as many deviations below the mean as are asked for, never below 0", () => {
  expect(lowerBound(prior, 0)).toBe(0.8);
  expect(lowerBound(prior, 1.28)).toBeCloseTo(0.6976, 12);
  expect(lowerBound({ mean: 0.1, observations: 3 }, 2)).toBe(0);
});

test("the same mean from more observations has the higher lower bound", () => {
  expect(lowerBound({ mean: 0.8, observations: 50 }, 1)).toBeGreaterThan(lowerBound(prior, 1));
});

test("what was seen moves the mean by its share of all observations", () => {
  expect(observed(prior, 6, 0).mean).toBeCloseTo(0.64, 12);
  expect(observed(prior, 6, 0).observations).toBe(30);
  expect(observed(prior, 6, 6).mean).toBeCloseTo(0.84, 12);
  expect(observed(prior, 0, 0).mean).toBeCloseTo(prior.mean, 12);
});
