import { scoreTrees, type Trees } from "../../../core/routing/heads/trees";

/** Two trees of two questions each; features 0 and 2, then 1 and 1. */
const trees: Trees = {
  depth: 2,
  features: Uint8Array.of(0, 2, 1, 1),
  thresholds: Float32Array.of(0.5, 10, 3, 7),
  leaves: Float32Array.of(1, 2, 4, 8, 16, 32, 64, 128),
};

test.each([
  { name: "all answers no", features: [0, 0, 0], score: 1 + 16 },
  {
    name: "the first question leads to the far half of the leaves",
    features: [1, 0, 0],
    score: 4 + 16,
  },
  { name: "the second to the neighbour", features: [0, 0, 11], score: 2 + 16 },
  { name: "all answers yes", features: [1, 8, 11], score: 8 + 128 },
  { name: "what is just at a threshold does not exceed it", features: [0.5, 3, 10], score: 1 + 16 },
])("trees over features: $name", ({ features, score }) => {
  expect(scoreTrees(trees, Float32Array.from(features))).toBe(score);
  const behind = Float32Array.from([9, 9, 9, ...features]);
  expect(scoreTrees(trees, behind, 3)).toBe(score);
});
