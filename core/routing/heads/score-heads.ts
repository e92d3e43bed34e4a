import type { GramSet } from "../reading/gram-set";
import type { ConversationReader } from "../reading/read-conversation";
import { type Artifact, headCount, shiftHeads, taskHeads } from "./artifact";

/** Standardized features are cut off here: a text of ten million letters is just a long text. */
export const mostDeviations = 4;
/** What a standardized lexical feature weighs beside all n-grams together, which weigh 1. */
export const lexicalWeight = 0.3;

const taskSums = new Float64Array(taskHeads);
const shiftSums = new Float64Array(shiftHeads);

const addGrams = (
  { buckets, weights, size }: GramSet,
  { taskWeights, shiftWeights }: Artifact,
): void => {
  taskSums.fill(0);
  shiftSums.fill(0);
  for (let at = 0; at < size; at++) {
    const value = weights[at] as number;
    const bucket = buckets[at] as number;
    const task = bucket * taskHeads;
    for (let head = 0; head < taskHeads; head++) {
      (taskSums[head] as number) += value * (taskWeights[task + head] as number);
    }
    const shift = (bucket >>> 1) * shiftHeads;
    for (let head = 0; head < shiftHeads; head++) {
      (shiftSums[head] as number) += value * (shiftWeights[shift + head] as number);
    }
  }
};

/** Writes the score of every head into `into`, for what the reader has just read. */
export const scoreHeads = (
  reader: ConversationReader,
  artifact: Artifact,
  into: Float64Array,
): void => {
  const { header, lexical, biases } = artifact;
  for (let head = 0; head < headCount; head++) into[head] = biases[head] as number;
  for (const grams of [reader.words, reader.pieces]) {
    addGrams(grams, artifact);
    const scale = grams.scale();
    for (let head = 0; head < headCount; head++) {
      const sum = head < taskHeads ? taskSums[head] : shiftSums[head - taskHeads];
      (into[head] as number) += (sum as number) * scale * (header.scales[head] as number);
    }
  }
  const stride = 2 + headCount;
  for (let feature = 0; feature < reader.lexical.length; feature++) {
    const row = feature * stride;
    const centered = (reader.lexical[feature] as number) - (lexical[row] as number);
    const value = clip(centered * (lexical[row + 1] as number)) * lexicalWeight;
    for (let head = 0; head < headCount; head++) {
      (into[head] as number) += value * (lexical[row + 2 + head] as number);
    }
  }
};

const clip = (deviations: number): number =>
  Math.max(-mostDeviations, Math.min(mostDeviations, deviations));
