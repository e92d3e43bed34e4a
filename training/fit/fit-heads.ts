import { lexicalCount } from "../../core/routing/reading/lexical-features";
import type { FeatureMatrix } from "../data/feature-matrix";
import { randomFrom, shuffle } from "../random-order";
import { Adam } from "./adam";

/** Features as they are fitted to. */
export type Scaled = {
  readonly matrix: FeatureMatrix;
  /** How many neighbouring buckets count as one: 2 to that many. */
  readonly merge: number;
  /** One number a (merged) bucket. */
  readonly idf: Float32Array;
  /** Standardized, `lexicalCount` a row. */
  readonly lexical: Float32Array;
};

/** Linear heads over the features. */
export type Heads = {
  readonly count: number;
  /** One row of `count` for each bucket; the idf is in it. */
  readonly weights: Float32Array;
  readonly lexical: Float32Array;
  readonly biases: Float32Array;
};

export type FitOptions = {
  readonly epochs: number;
  readonly rate: number;
  /** L2 decay of the n-grams' weights, and of the lexical ones. */
  readonly decay: number;
  readonly lexicalDecay: number;
  readonly batch?: number;
  readonly seed?: number;
};

/**
 * Turns the scores of one example, in place, into the slopes of its loss by those scores.
 *
 * @param row - of the matrix.
 */
export type Loss = (row: number, scores: Float64Array) => void;

/** Fits linear heads by mini-batches; the same input gives the same bytes. */
export const fitHeads = (
  features: Scaled,
  examples: Int32Array,
  count: number,
  loss: Loss,
  options: FitOptions,
): Heads => {
  const columns = features.idf.length;
  const { epochs, rate, decay, lexicalDecay, batch = 512, seed = 1 } = options;
  const heads: Heads = {
    count,
    weights: new Float32Array(columns * count),
    lexical: new Float32Array(lexicalCount * count),
    biases: new Float32Array(count),
  };
  const slopes = {
    weights: new Float32Array(heads.weights.length),
    lexical: new Float32Array(heads.lexical.length),
    biases: new Float32Array(count),
  };
  const movers = {
    weights: new Adam(heads.weights.length),
    lexical: new Adam(heads.lexical.length),
    biases: new Adam(count),
  };
  const order = examples.slice();
  const random = randomFrom(seed);
  const scores = new Float64Array(count);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const pace = rate * (1 - (0.9 * epoch) / epochs);
    for (let start = 0; start < order.length; start += batch) {
      const end = Math.min(order.length, start + batch);
      for (let at = start; at < end; at++) {
        const row = order[at] as number;
        scoreRow(features, row, heads, scores);
        loss(row, scores);
        for (let head = 0; head < count; head++) (scores[head] as number) /= end - start;
        addSlopes(features, row, scores, slopes);
      }
      movers.weights.step(heads.weights, slopes.weights, pace, decay);
      movers.lexical.step(heads.lexical, slopes.lexical, pace, lexicalDecay);
      movers.biases.step(heads.biases, slopes.biases, pace, 0);
    }
  }
  return foldIdf(heads, features.idf);
};

/** In fitting, rare n-grams count for more; in use, that is part of their weight. */
const foldIdf = (heads: Heads, idf: Float32Array): Heads => {
  const { count, weights } = heads;
  for (let bucket = 0; bucket < idf.length; bucket++) {
    for (let head = 0; head < count; head++) {
      (weights[bucket * count + head] as number) *= idf[bucket] as number;
    }
  }
  return heads;
};

const scoreRow = (
  { matrix, merge, idf, lexical }: Scaled,
  row: number,
  { count, weights, lexical: lexicalWeights, biases }: Heads,
  scores: Float64Array,
): void => {
  const { buckets, values, starts } = matrix;
  for (let head = 0; head < count; head++) scores[head] = biases[head] as number;
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at++) {
    const bucket = (buckets[at] as number) >>> merge;
    const value = (values[at] as number) * (idf[bucket] as number);
    const first = bucket * count;
    for (let head = 0; head < count; head++) {
      (scores[head] as number) += value * (weights[first + head] as number);
    }
  }
  for (let feature = 0; feature < lexicalCount; feature++) {
    const value = lexical[row * lexicalCount + feature] as number;
    const first = feature * count;
    for (let head = 0; head < count; head++) {
      (scores[head] as number) += value * (lexicalWeights[first + head] as number);
    }
  }
};

const addSlopes = (
  { matrix, merge, idf, lexical }: Scaled,
  row: number,
  slopes: Float64Array,
  into: Pick<Heads, "weights" | "lexical" | "biases">,
): void => {
  const { buckets, values, starts } = matrix;
  const { weights, lexical: lexicalWeights, biases } = into;
  const count = slopes.length;
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at++) {
    const bucket = (buckets[at] as number) >>> merge;
    const value = (values[at] as number) * (idf[bucket] as number);
    const first = bucket * count;
    for (let head = 0; head < count; head++) {
      (weights[first + head] as number) += value * (slopes[head] as number);
    }
  }
  for (let feature = 0; feature < lexicalCount; feature++) {
    const value = lexical[row * lexicalCount + feature] as number;
    const first = feature * count;
    for (let head = 0; head < count; head++) {
      (lexicalWeights[first + head] as number) += value * (slopes[head] as number);
    }
  }
  for (let head = 0; head < count; head++) (biases[head] as number) += slopes[head] as number;
};

/** The scores of fitted heads for one row, the idf being part of their weights. */
export const applyHeads = (features: Scaled, row: number, heads: Heads, into: Float64Array): void =>
  scoreRow({ ...features, idf: onesFor(features.idf.length) }, row, heads, into);

let ones = new Float32Array(0);
const onesFor = (size: number): Float32Array => {
  if (ones.length !== size) ones = new Float32Array(size).fill(1);
  return ones;
};
