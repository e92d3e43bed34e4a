import { seededDice } from "../seeded";

/**
 * A vector of length 1 that only the tokens decide: the same tokens give the same vector, and texts
 * that share tokens point in similar directions.
 */
export const vectorOf = (tokens: readonly string[], dimensions: number): Float32Array => {
  const sum = new Float64Array(dimensions);
  for (const token of tokens) {
    const dice = seededDice(`embedding ${token.trim().toLowerCase()}`);
    for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] ?? 0) + dice.roll() - 0.5;
  }
  const length = Math.hypot(...sum) || 1;
  return Float32Array.from(sum, (value) => value / length);
};
