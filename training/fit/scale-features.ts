import { lexicalWeight, mostDeviations } from "../../core/routing/heads/score-heads";
import { lexicalCount } from "../../core/routing/reading/lexical-features";
import type { FeatureMatrix } from "../data/feature-matrix";
import type { Scaled } from "./fit-heads";

/** What the lexical features are centered and scaled by. */
export type Standard = { readonly means: Float32Array; readonly inverses: Float32Array };

const leastDeviation = 1e-3;
const leastIdf = 0.1;

/** Mean and deviation of each lexical feature over some rows. */
export const standardOf = ({ lexical }: FeatureMatrix, rows: Int32Array): Standard => {
  const means = new Float32Array(lexicalCount);
  const inverses = new Float32Array(lexicalCount);
  for (let feature = 0; feature < lexicalCount; feature++) {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      const value = lexical[row * lexicalCount + feature] as number;
      sum += value;
      squares += value * value;
    }
    const mean = sum / rows.length;
    const deviation = Math.sqrt(Math.max(0, squares / rows.length - mean * mean));
    means[feature] = mean;
    // What is the same everywhere tells nothing, and must not explode where it is not.
    inverses[feature] = deviation < leastDeviation ? 0 : 1 / deviation;
  }
  return { means, inverses };
};

/** The logarithm of 1 / the share of rows that have a bucket: the rarer, the more it says. */
const idfOf = (matrix: FeatureMatrix, rows: Int32Array, merge: number): Float32Array => {
  const met = new Int32Array(matrix.columns >>> merge);
  const lastRow = new Int32Array(met.length).fill(-1);
  for (const row of rows) {
    const end = matrix.starts[row + 1] as number;
    for (let at = matrix.starts[row] as number; at < end; at++) {
      const bucket = (matrix.buckets[at] as number) >>> merge;
      if (lastRow[bucket] === row) continue;
      lastRow[bucket] = row;
      (met[bucket] as number)++;
    }
  }
  return Float32Array.from(met, (count) => Math.max(leastIdf, Math.log(rows.length / (1 + count))));
};

/**
 * @param rows - those that are trained on: nothing is learned from the others.
 * @param merge - 2 to that many neighbouring buckets count as one.
 */
export const scaleFeatures = (
  matrix: FeatureMatrix,
  rows: Int32Array,
  standard: Standard,
  merge: number,
): Scaled => {
  const lexical = new Float32Array(matrix.lexical.length);
  for (let at = 0; at < lexical.length; at++) {
    const feature = at % lexicalCount;
    const deviations =
      ((matrix.lexical[at] as number) - (standard.means[feature] as number)) *
      (standard.inverses[feature] as number);
    lexical[at] = Math.max(-mostDeviations, Math.min(mostDeviations, deviations)) * lexicalWeight;
  }
  return { matrix, merge, idf: idfOf(matrix, rows, merge), lexical };
};
