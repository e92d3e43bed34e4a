/**
 * An ensemble of symmetric trees over the lexical features: on each level of a tree all branches ask
 * the same question, so the answers are the bits of the leaf's place.
 */
export type Trees = {
  readonly depth: number;
  /** `depth` a tree: which feature, and the value that it must exceed. */
  readonly features: Uint8Array;
  readonly thresholds: Float32Array;
  /** 2 to the `depth` a tree. */
  readonly leaves: Float32Array;
};

/** The sum of the leaves that the features lead to. */
export const scoreTrees = (
  { depth, features, thresholds, leaves }: Trees,
  lexical: Float32Array,
  first = 0,
): number => {
  let sum = 0;
  let question = 0;
  for (let tree = 0; question < features.length; tree++) {
    let leaf = 0;
    for (let level = 0; level < depth; level++, question++) {
      const value = lexical[first + (features[question] as number)] as number;
      leaf = (leaf << 1) | (value > (thresholds[question] as number) ? 1 : 0);
    }
    sum += leaves[(tree << depth) + leaf] as number;
  }
  return sum;
};
