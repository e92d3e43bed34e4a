import type { Trees } from "../../core/routing/heads/trees";
import { lexicalCount } from "../../core/routing/reading/lexical-features";
import { sigmoid } from "../logit";

export type TreeOptions = {
  readonly trees: number;
  readonly depth: number;
  /** How much of a tree's answer is taken. */
  readonly rate: number;
  /** L2 penalty of a leaf, in rows of even odds times four. */
  readonly penalty: number;
};

/** Values are told apart by so many steps, each with as many rows. */
const steps = 32;

type Binned = { readonly bins: Uint8Array; readonly edges: readonly Float32Array[] };

/**
 * Fits an ensemble by gradient boosting on the log-loss of a success between 0 and 1.
 *
 * @param lexical - `lexicalCount` features for each of the examples.
 * @param offset - log-odds that are expected without the trees.
 */
export const fitTrees = (
  lexical: Float32Array,
  success: Float64Array,
  offset: number,
  { trees, depth, rate, penalty }: TreeOptions,
): Trees => {
  const count = success.length;
  const { bins, edges } = binOf(lexical, count);
  const scores = new Float64Array(count).fill(offset);
  const slopes = new Float64Array(count);
  const curves = new Float64Array(count);
  const leafOf = new Uint8Array(count);
  const result = {
    depth,
    features: new Uint8Array(trees * depth),
    thresholds: new Float32Array(trees * depth),
    leaves: new Float32Array(trees << depth),
  };
  for (let tree = 0; tree < trees; tree++) {
    for (let row = 0; row < count; row++) {
      const chance = sigmoid(scores[row] as number);
      slopes[row] = (success[row] as number) - chance;
      curves[row] = chance * (1 - chance);
    }
    leafOf.fill(0);
    for (let level = 0; level < depth; level++) {
      const best = bestQuestion(bins, leafOf, 1 << level, slopes, curves, penalty);
      result.features[tree * depth + level] = best.feature;
      result.thresholds[tree * depth + level] = edges[best.feature]?.[best.step] ?? Infinity;
      for (let row = 0; row < count; row++) {
        const above = (bins[row * lexicalCount + best.feature] as number) > best.step ? 1 : 0;
        leafOf[row] = ((leafOf[row] as number) << 1) | above;
      }
    }
    const sums = new Float64Array(1 << depth);
    const weights = new Float64Array(1 << depth).fill(penalty);
    for (let row = 0; row < count; row++) {
      const leaf = leafOf[row] as number;
      (sums[leaf] as number) += slopes[row] as number;
      (weights[leaf] as number) += curves[row] as number;
    }
    for (let leaf = 0; leaf < sums.length; leaf++) {
      result.leaves[(tree << depth) + leaf] =
        (rate * (sums[leaf] as number)) / (weights[leaf] as number);
    }
    for (let row = 0; row < count; row++) {
      (scores[row] as number) += result.leaves[(tree << depth) + (leafOf[row] as number)] as number;
    }
  }
  return result;
};

/** Cuts each feature where as many rows lie below as above, and so on. */
const binOf = (lexical: Float32Array, count: number): Binned => {
  const bins = new Uint8Array(count * lexicalCount);
  const edges: Float32Array[] = [];
  for (let feature = 0; feature < lexicalCount; feature++) {
    const sorted = Float32Array.from(
      { length: count },
      (_, row) => lexical[row * lexicalCount + feature] as number,
    ).sort();
    const cuts = new Set<number>();
    for (let step = 1; step < steps; step++) {
      cuts.add(sorted[Math.floor((step * count) / steps)] as number);
    }
    cuts.delete(sorted[count - 1] as number);
    const own = Float32Array.from(cuts);
    edges.push(own);
    for (let row = 0; row < count; row++) {
      const value = lexical[row * lexicalCount + feature] as number;
      let bin = 0;
      while (bin < own.length && value > (own[bin] as number)) bin++;
      bins[row * lexicalCount + feature] = bin;
    }
  }
  return { bins, edges };
};

/** The feature and step that, asked of all branches at once, lower the loss most. */
const bestQuestion = (
  bins: Uint8Array,
  leafOf: Uint8Array,
  leaves: number,
  slopes: Float64Array,
  curves: Float64Array,
  penalty: number,
): { readonly feature: number; readonly step: number } => {
  const size = leaves * steps;
  const slopeSums = new Float64Array(size);
  const curveSums = new Float64Array(size);
  let best = { feature: 0, step: steps, gain: 0 };
  for (let feature = 0; feature < lexicalCount; feature++) {
    slopeSums.fill(0);
    curveSums.fill(0);
    for (let row = 0; row < leafOf.length; row++) {
      const at = (leafOf[row] as number) * steps + (bins[row * lexicalCount + feature] as number);
      (slopeSums[at] as number) += slopes[row] as number;
      (curveSums[at] as number) += curves[row] as number;
    }
    const gains = new Float64Array(steps);
    for (let leaf = 0; leaf < leaves; leaf++) {
      addGains(gains, slopeSums, curveSums, leaf * steps, penalty);
    }
    for (let step = 0; step < steps - 1; step++) {
      if ((gains[step] as number) > best.gain + 1e-9) {
        best = { feature, step, gain: gains[step] as number };
      }
    }
  }
  return best;
};

const addGains = (
  gains: Float64Array,
  slopeSums: Float64Array,
  curveSums: Float64Array,
  first: number,
  penalty: number,
): void => {
  let slope = 0;
  let curve = 0;
  for (let step = 0; step < steps; step++) {
    slope += slopeSums[first + step] as number;
    curve += curveSums[first + step] as number;
  }
  const whole = (slope * slope) / (curve + penalty);
  let lowSlope = 0;
  let lowCurve = 0;
  for (let step = 0; step < steps - 1; step++) {
    lowSlope += slopeSums[first + step] as number;
    lowCurve += curveSums[first + step] as number;
    const highSlope = slope - lowSlope;
    const low = (lowSlope * lowSlope) / (lowCurve + penalty);
    const high = (highSlope * highSlope) / (curve - lowCurve + penalty);
    (gains[step] as number) += low + high - whole;
  }
};
